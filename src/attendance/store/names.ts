// Names as those who keep the roll must see them: two of the same name are told apart.

import type { PersonId } from '../../kernel/ids.ts'
import { personById } from '../../members/store.ts'
import type { Work } from '../../platform/store/work.ts'

interface Named {
  person: PersonId
  name: string
}

/** 王建国（··81）: the last two digits, only for those whose name is there twice. Never for a group. */
export function namesApart(w: Work, people: readonly Named[]): Map<PersonId, string> {
  const often = new Map<string, number>()
  for (const { name } of people) often.set(name, (often.get(name) ?? 0) + 1)
  return new Map(
    people.map(({ person, name }) => [
      person,
      often.get(name) === 1 ? name : `${name}（${tailOf(w, person)}）`,
    ]),
  )
}

function tailOf(w: Work, person: PersonId): string {
  const tail = personById(w, person)?.phoneTail
  return tail ? `··${tail.slice(-2)}` : '无尾号'
}
