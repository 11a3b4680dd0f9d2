// Any history of an evening: what people and the organiser may do, in any order, at any time.

import fc from 'fast-check'
import { checkIn, undoCheckIn } from '../../src/attendance/actions/check-in.ts'
import { closeRoll, lockRoll } from '../../src/attendance/actions/closing.ts'
import { decideLeave } from '../../src/attendance/actions/deciding.ts'
import { requestLeave, withdrawLeave } from '../../src/attendance/actions/leave.ts'
import { markByOrganiser, markRest } from '../../src/attendance/actions/roll-call.ts'
import { answerGoing } from '../../src/attendance/actions/rsvp.ts'
import { currentLeave, pendingLeaves } from '../../src/attendance/store/leaves.ts'
import type { SessionId } from '../../src/kernel/ids.ts'
import { addMinutes } from '../../src/kernel/time.ts'
import type { Work } from '../../src/platform/store/work.ts'
import { rollOf, sessionById } from '../../src/sessions/store.ts'
import { inPrivate } from './branches.ts'
import { accounts } from './brick-lane.ts'

/** What somebody writes as a reason: never to be seen in a group. */
export const secretReason = '去上海布展'

const members = [
  accounts.陈敏,
  accounts.周航,
  accounts.李晓雯,
  accounts.孙悦,
  accounts.赵一鸣,
  accounts.何雨桐,
  accounts.林涛,
  // Of the other branch: may do nothing here.
  accounts.马丽,
] as const

const member = fc.constantFrom(...members)

/** One thing that happens; `minutes` pass before it. */
export const step = fc.record({
  minutes: fc.nat({ max: 25 }),
  beats: fc.boolean(),
  deed: fc.oneof(
    fc.record({ kind: fc.constant('going' as const), account: member }),
    fc.record({ kind: fc.constant('asksLeave' as const), account: member }),
    fc.record({ kind: fc.constant('withdraws' as const), account: member }),
    fc.record({
      kind: fc.constant('checksIn' as const),
      account: member,
      heldUpMinutes: fc.nat({ max: 40 }),
    }),
    fc.record({ kind: fc.constant('undoes' as const), account: member }),
    fc.record({ kind: fc.constant('decides' as const), account: member, approve: fc.boolean() }),
    fc.record({
      kind: fc.constant('marks' as const),
      account: member,
      place: fc.nat({ max: 7 }),
      to: fc.constantFrom('in' as const, 'out' as const),
    }),
    fc.record({ kind: fc.constantFrom('marksRest', 'closes', 'locks'), account: member }),
  ),
})

export type Deed = (typeof step extends fc.Arbitrary<infer Step> ? Step : never)['deed']

/** Does it, as the person would; whatever is not allowed is refused. */
export function happens(w: Work, id: SessionId, deed: Deed): { ok: boolean } | undefined {
  const who = inPrivate(w, deed.account)
  switch (deed.kind) {
    case 'going':
      return answerGoing(w, who, id)
    case 'asksLeave':
      return requestLeave(w, who, id, { code: 'other', note: secretReason })
    case 'withdraws': {
      const leave = who.person && currentLeave(w, id, who.person)
      return leave && withdrawLeave(w, who, leave.id)
    }
    case 'checksIn':
      return checkIn(w, who, id, addMinutes(w.now, -deed.heldUpMinutes))
    case 'undoes':
      return undoCheckIn(w, who, id)
    case 'marks': {
      const session = sessionById(w, id)
      const person = session && rollOf(w, session)[deed.place]?.person
      return person && markByOrganiser(w, who, { session: id, person, to: deed.to })
    }
    case 'decides':
      return decides(w, id, deed)
    case 'marksRest':
      return markRest(w, who, id)
    case 'closes':
      return closeRoll(w, who, id)
    default:
      return lockRoll(w, who, id)
  }
}

function decides(w: Work, id: SessionId, deed: { account: number; approve: boolean }) {
  const session = sessionById(w, id)
  const [leave] = session
    ? pendingLeaves(w, session.branch).filter((one) => one.session === id)
    : []
  const decision = deed.approve
    ? ({ approve: true } as const)
    : ({ approve: false, answer: '这次要投票' } as const)
  return leave && decideLeave(w, inPrivate(w, deed.account), leave.id, decision)
}
