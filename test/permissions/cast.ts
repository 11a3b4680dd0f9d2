// A branch with somebody in every office, and something waiting for each of them.

import type { AccountId, PersonId } from '../../src/kernel/ids.ts'
import type { Office } from '../../src/kernel/roles.ts'
import { changeAccount, meetAccount } from '../../src/members/store/accounts.ts'
import { saveOffice } from '../../src/members/store/office-periods.ts'
import { savePerson } from '../../src/members/store/roster.ts'
import { organisations } from '../../src/organisation/schema.ts'
import type { Work } from '../../src/platform/store/work.ts'
import { type Evening, openEvening } from '../attendance/evening.ts'
import { saveMember } from '../support/roster.ts'
import { personOf, type Role, roles, type Things } from './roles.ts'
import { allThings } from './things.ts'

const joining = [
  ['deputySecretary', '7001', 'deputySecretary'],
  ['publicist', '7002', 'publicist'],
  ['disciplineOfficer', '7003', 'disciplineOfficer'],
  ['groupLeader', '7004', 'groupLeader'],
  ['left', '7005', 'secretary'],
] as const satisfies readonly (readonly [Role, string, Office])[]

export interface Cast extends Evening {
  /** What the buttons may carry: something that is there, by the name of the field. */
  things: Things
  /** Things of their own for some buttons. */
  others: Record<string, Things>
}

/** Ten to seven on the evening: a leave waits, an offer, a correction, a list that was read. */
export async function openCast(): Promise<Cast> {
  const evening = await openEvening({ now: '2026-12-04 18:20' })
  const { story } = evening
  for (const name of Object.values(roles)) story.person(name).person.opens()
  story.app.store.work((w) => fill(w, evening))
  await evening.person('李晓雯').says('请假 去苏州看展')
  await story.until('2026-12-04 18:50')
  return { ...evening, ...story.app.store.work((w) => allThings(w, evening)) }
}

function fill(w: Work, { story, branch }: Evening): void {
  for (const [role, phoneTail, office] of joining) {
    const name = roles[role]
    saveMember(w, branch, { name, phoneTail, standing: 'full' }, '2026-11-01')
    const person = personOf(w, branch, name)
    link(w, story.person(name).person.id, person)
    saveOffice(w, { branch, person, office }, person)
  }
  const { raw } = story.data
  const gone = personOf(w, branch, roles.left)
  raw.prepare("UPDATE memberships SET left_on = '2026-12-01' WHERE person_id = ?").run(gone)
  raw
    .prepare('UPDATE office_periods SET until_at = ? WHERE person_id = ?')
    .run(w.now.getTime(), gone)
  oversee(w, { story, branch })
}

/** The committee above the branch, with its observer. */
export function oversee(w: Work, { story, branch }: Pick<Evening, 'story' | 'branch'>): void {
  const { id } = w.tx
    .insert(organisations)
    .values({
      kind: 'committee',
      path: '',
      name: '园区党委',
      timeZone: 'Asia/Shanghai',
      createdAt: w.now,
    })
    .returning({ id: organisations.id })
    .get()
  const move = story.data.raw.prepare(
    'UPDATE organisations SET path = ?, parent_id = ? WHERE id = ?',
  )
  move.run(`${id}/`, null, id)
  move.run(`${id}/${branch}/`, id, branch)
  const person = savePerson(w, { name: roles.overseer })
  link(w, story.person(roles.overseer).person.id, person)
  saveOffice(w, { branch: id, person, office: 'overseer' }, person)
}

function link(w: Work, account: number, person: PersonId): void {
  meetAccount(w, account as AccountId)
  changeAccount(w, account as AccountId, { personId: person, linkedAt: w.now })
}
