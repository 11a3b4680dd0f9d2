// Ending an office, laying down one's own, and taking back a hand-over that lies ahead.

import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import { may, type Who } from '../../kernel/who.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import { tell } from '../actions.ts'
import * as say from '../messages/offices.ts'
import type { EndRefusal } from '../rules/offices.ts'
import {
  endPeriod,
  keepSecretaries,
  type OfficePeriod,
  officePeriod,
  officesNowAndLater,
} from '../store/office-periods.ts'
import { isLastSecretary, offersTo, settleOffer } from '../store/offices.ts'
import { personById, secretaryOf } from '../store.ts'

/** The office, when this person may end it now. */
export function endable(
  w: Work,
  who: Who,
  id: number,
): Outcome<{ period: OfficePeriod }, EndRefusal> {
  const period = officePeriod(w, id)
  if (!period) return refused({ reason: 'over' })
  const { branch, person, office } = period
  const own = person === who.person
  const others = office === 'secretary' ? 'branch.handOver' : 'office.appoint'
  if (!own && !may(who, others, branch)) return refused({ reason: 'notAllowed' })
  if (isOver(period, w.now)) return refused({ reason: 'over' })
  const leads = office === 'secretary' && period.fromAt <= w.now
  if (leads && isLastSecretary(w, branch, person)) return refused({ reason: 'lastSecretary' })
  return done({ period })
}

/** Ends an office at once; one that has not begun never begins. The other is told. */
export function endOffice(
  w: Work,
  who: Who,
  id: number,
): Outcome<{ period: OfficePeriod; told: boolean }, EndRefusal> {
  const open = endable(w, who, id)
  if (!open.ok) return open
  const { period } = open
  stop(w, period, w.now)
  const { branch, person, office } = period
  audit(w, who, { branch, action: 'office.end', subject: `person:${person}`, detail: { office } })
  const own = person === who.person
  const secretary = secretaryOf(w, branch)
  const addressee = own ? secretary : person
  if (addressee === undefined) return done({ period, told: false })
  const by = `${(who.person && personById(w, who.person)?.name) ?? ''}书记`
  const message = own
    ? say.laidDown(period.name, period)
    : say.endedForYou(period, by, period.fromAt > w.now)
  const told = addressee !== who.person && tell(w, { branch, person: addressee, message })
  return done({ period, told: told === 'queued' })
}

/**
 * Ends all offices of somebody who leaves the branch at that instant, and withdraws what they were
 * asked. If they were to become secretary, the present one stays. Refuse the last secretary before.
 */
export function endAllOffices(
  w: Work,
  { branch, person, at }: { branch: OrganisationId; person: PersonId; at: Date },
): OfficePeriod[] {
  const held = officesNowAndLater(w, branch).filter(
    (period) => period.person === person && !(period.untilAt && period.untilAt <= at),
  )
  for (const period of held) stop(w, period, at)
  for (const { id } of offersTo(w, branch, person)) settleOffer(w, id, 'withdrawn')
  return held
}

function stop(w: Work, { id, branch, office, fromAt }: OfficePeriod, at: Date): void {
  const neverBegins = fromAt > w.now && fromAt >= at
  if (neverBegins && office === 'secretary') keepSecretaries(w, branch, fromAt)
  endPeriod(w, id, neverBegins ? fromAt : at)
}

function isOver({ fromAt, untilAt }: OfficePeriod, now: Date): boolean {
  return untilAt !== undefined && (untilAt <= now || untilAt <= fromAt)
}
