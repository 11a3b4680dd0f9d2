// Two branches and their officers in a database, for tests of offices without a chat.

import type { AccountId, OrganisationId, PersonId } from '../../src/kernel/ids.ts'
import type { Office } from '../../src/kernel/roles.ts'
import { offer } from '../../src/members/actions/office-offers.ts'
import { acceptOffer, declineOffer, withdrawOffer } from '../../src/members/actions/offices.ts'
import { saveOffice } from '../../src/members/store/office-periods.ts'
import { openOffers } from '../../src/members/store/offices.ts'
import { rosterNow } from '../../src/members/store.ts'
import { inPrivate, openBranchOf } from '../attendance/branches.ts'
import { accounts, brickLane, warehouseThree } from '../attendance/brick-lane.ts'
import { at } from '../support/clock.ts'
import { testStore } from '../support/database.ts'

export type Name = keyof typeof accounts

/** 青砖里 with 陈敏 as secretary and 周航 as organiser; 三号仓 with 高峰. */
export function officeStage() {
  const stage = testStore()
  const { store } = stage
  const [branch, other] = store.work((w) => [
    openBranchOf(w, brickLane),
    openBranchOf(w, warehouseThree),
  ]) as [OrganisationId, OrganisationId]
  const who = (name: Name) => store.look((w) => inPrivate(w, accounts[name]))
  const person = (name: string, of = branch) =>
    store.look((w) => rosterNow(w, of).find((one) => one.name === name))?.person as PersonId
  const open = () => store.look((w) => openOffers(w, branch))
  const newest = () => open().at(-1)?.id ?? (0 as never)
  return {
    ...stage,
    branch,
    other,
    who,
    person,
    open,
    newest,
    on: (text: string) => stage.clock.set(at(text)),
    permissionsOf: (name: Name) => [...(who(name).permissions.get(branch) ?? [])].sort(),
    /** As if it had been agreed. */
    gives: (name: string, office: Office) =>
      store.work((w) => saveOffice(w, { branch, person: person(name), office }, person(name))),
    offers: (by: Name, name: string, office: Office, fromOn = '2026-11-25') =>
      store.work((w) => offer(w, who(by), { branch, person: person(name), office, fromOn })),
    accepts: (name: Name, id = newest()) => store.work((w) => acceptOffer(w, who(name), id)),
    declines: (name: Name, id = newest()) => store.work((w) => declineOffer(w, who(name), id)),
    withdraws: (name: Name, id = newest()) => store.work((w) => withdrawOffer(w, who(name), id)),
    /** Whom the bot would write to, by account. */
    told: () =>
      stage.raw.prepare('select chat_id from outbox order by id').pluck().all() as number[],
    rows: (table: string) => stage.raw.prepare(`select * from ${table}`).all(),
    deeds: () =>
      stage.raw.prepare('select action from audit order by id').pluck().all() as string[],
    unlink: (name: Name) =>
      stage.raw.exec(`update accounts set person_id = null where id = ${accounts[name]}`),
    account: (name: Name) => accounts[name] as AccountId,
  }
}
