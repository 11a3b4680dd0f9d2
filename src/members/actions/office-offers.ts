// Asking somebody on the roster to take an office; the secretary hands over their own like that.

import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import { type Day, dayOn } from '../../kernel/time.ts'
import { may, type Who } from '../../kernel/who.ts'
import { branchById } from '../../organisation/store.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import { tell } from '../actions.ts'
import { question } from '../messages/office-offers.ts'
import { isDayToBegin, type OfferRefusal, offeredOffices } from '../rules/offices.ts'
import { accountOf } from '../store/accounts.ts'
import { comingSecretary, officesNowAndLater } from '../store/office-periods.ts'
import { type NewOffer, type Offer, offerById, openOffers, saveOffer } from '../store/offices.ts'
import { partyGroupsOf } from '../store/party-groups.ts'
import { personById, rosterOn } from '../store.ts'

/** Asks somebody on the roster to take an office; a secretary hands over their own the same way. */
export function offer(
  w: Work,
  who: Who,
  wanted: NewOffer,
): Outcome<{ offer: Offer; how: 'asked' | 'atClaim' | 'unreachable' }, OfferRefusal> {
  const refusal = offerRefusal(w, who, wanted)
  if (refusal) return refused(refusal)
  const { branch, person, office, fromOn } = wanted
  const made = offerById(w, saveOffer(w, wanted, who.person ?? person))
  if (!made) throw new Error('an offer just saved is gone')
  const action = office === 'secretary' ? 'branch.handOver' : 'office.offer'
  const detail = { office, fromOn }
  audit(w, who, { branch, action, subject: `person:${person}`, detail })
  if (!accountOf(w, person)) return done({ offer: made, how: 'atClaim' })
  return done({ offer: made, how: ask(w, made) ? 'asked' : 'unreachable' })
}

/** Why an office can not be offered like that; undefined when it can. */
export function offerRefusal(w: Work, who: Who, wanted: NewOffer): OfferRefusal | undefined {
  const { branch, person, office, fromOn } = wanted
  const handsOver = office === 'secretary'
  if (handsOver && !may(who, 'branch.handOver', branch)) return { reason: 'notAllowed' }
  const refusal = askingRefusal(w, who, wanted)
  if (refusal) return refusal
  if (!handsOver && !offeredOffices.includes(office)) return { reason: 'notOffered' }
  if (handsOver && !accountOf(w, person)) return { reason: 'notLinked' }
  if (!isDayToBegin(fromOn, { now: w.now, zone: zoneIn(w, branch) })) return { reason: 'badDay' }
  if (!isOnRoster(w, branch, person, fromOn)) return { reason: 'notOnRoster' }
  return groupRefusal(w, wanted) ?? clash(w, wanted)
}

/** Why this person can not be asked to take any office; undefined when they can. */
export function askingRefusal(
  w: Work,
  who: Who,
  { branch, person }: Pick<NewOffer, 'branch' | 'person'>,
): OfferRefusal | undefined {
  if (!may(who, 'office.appoint', branch)) return { reason: 'notAllowed' }
  if (person === who.person) return { reason: 'notOffered' }
  return isOnRoster(w, branch, person) ? undefined : { reason: 'notOnRoster' }
}

function groupRefusal(w: Work, { branch, office, partyGroup }: NewOffer): OfferRefusal | undefined {
  const fits =
    office === 'groupLeader'
      ? partyGroupsOf(w, branch).some(({ id }) => id === partyGroup)
      : partyGroup === undefined
  return fits ? undefined : { reason: 'noPartyGroup' }
}

/** Held already, or asked already; there is one secretary, and so one hand-over at a time. */
function clash(w: Work, wanted: NewOffer): OfferRefusal | undefined {
  const { branch, person, office, partyGroup } = wanted
  const same = (one: { office: string; person: PersonId; partyGroup?: { id: number } }) =>
    one.office === office && one.person === person && one.partyGroup?.id === partyGroup
  if (officesNowAndLater(w, branch).some(same)) return { reason: 'holdsAlready' }
  const handsOver = office === 'secretary'
  const open = openOffers(w, branch).some((one) =>
    handsOver ? one.office === 'secretary' : same(one),
  )
  const ahead = handsOver && comingSecretary(w, branch) !== undefined
  return open || ahead ? { reason: 'waitsAlready' } : undefined
}

/** Puts the question to the other in private; whether that was possible. */
export function ask(w: Work, waiting: Offer): boolean {
  const { id, branch, person } = waiting
  return tell(w, { branch, person, message: asked(w, waiting), key: `offer:${id}` }) === 'queued'
}

/** The question as the other reads it. */
export function asked(w: Work, { id, branch, office, partyGroup, ...about }: Offer): Message {
  return question({
    offer: id,
    by: askerOf(w, about),
    office,
    on: about.fromOn,
    today: dayOn(w.now, zoneIn(w, branch)),
    ...(partyGroup && { partyGroup }),
  })
}

/** 陈敏书记 */
export function askerOf(w: Work, { offeredBy }: Pick<Offer, 'offeredBy'>): string {
  return `${personById(w, offeredBy)?.name ?? ''}书记`
}

/** Whether somebody belongs to the branch that day, and does today. */
export function isOnRoster(
  w: Work,
  branch: OrganisationId,
  person: PersonId,
  day: Day = '',
): boolean {
  const today = dayOn(w.now, zoneIn(w, branch))
  const days = day > today ? [today, day] : [today]
  return days.every((each) => rosterOn(w, branch, each).some((member) => member.person === person))
}

export function zoneIn(w: Work, branch: OrganisationId): string {
  return branchById(w, branch)?.zone ?? ''
}
