// Names as those who keep the roll must see them: two of the same name are told apart.

import type { PersonId } from '../../kernel/ids.ts'
import { toldApart } from '../../members/rules/name-pages.ts'
import { personById } from '../../members/store.ts'
import type { Work } from '../../platform/store/work.ts'

interface Named {
  person: PersonId
  name: string
}

/** How each of them is called, by person. */
export function namesApart(w: Work, people: readonly Named[]): Map<PersonId, string> {
  const called = toldApart(people, ({ person }) => personById(w, person)?.phoneTail)
  return new Map(people.map((one) => [one.person, called(one)]))
}
