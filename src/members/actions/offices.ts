// Offered offices answered or taken back: nobody gets one without a yes of their own.

import type { OfferId, OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import { dayOn } from '../../kernel/time.ts'
import { may, type Who } from '../../kernel/who.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import { tell } from '../actions.ts'
import { consentVersion } from '../messages/consent.ts'
import * as news from '../messages/office-news.ts'
import { type AnswerRefusal, beginsAt, isOpen } from '../rules/offices.ts'
import { cleanName } from '../rules.ts'
import { accountById, changeAccount, meetAccount } from '../store/accounts.ts'
import {
  comingSecretary,
  endPeriod,
  officesNowAndLater,
  saveOffice,
  secretariesAt,
} from '../store/office-periods.ts'
import { type Offer, offerById, offersTo, settleOffer } from '../store/offices.ts'
import { savePerson } from '../store/roster.ts'
import { personById, secretaryOf } from '../store.ts'
import { ask, asked, askerOf, isOnRoster, zoneIn } from './office-offers.ts'

export interface Begun {
  offer: Offer
  from: Date
}

/** The other says yes: the office begins on its day, or now when that day has come. */
export function acceptOffer(w: Work, who: Who, id: OfferId): Outcome<Begun, AnswerRefusal> {
  const open = answerable(w, who, id)
  if (!open.ok) return open
  const from = begin(w, who, open.offer)
  tellAccepted(w, open.offer, from)
  return done({ offer: open.offer, from })
}

/** The question once more, for whom it was meant. */
export function questionOf(
  w: Work,
  who: Who,
  id: OfferId,
): Outcome<{ message: Message }, AnswerRefusal> {
  const open = answerable(w, who, id)
  return open.ok ? done({ message: asked(w, open.offer) }) : open
}

/** The other says that it does not suit them. */
export function declineOffer(
  w: Work,
  who: Who,
  id: OfferId,
): Outcome<{ offer: Offer }, AnswerRefusal> {
  const open = answerable(w, who, id)
  if (!open.ok) return open
  settleOffer(w, id, 'declined')
  const { branch, person, office, offeredBy } = open.offer
  audit(w, who, {
    branch,
    action: 'office.decline',
    subject: `person:${person}`,
    detail: { office },
  })
  const message = news.declined(nameOf(w, person), open.offer)
  tell(w, { branch, person: secretaryOf(w, branch) ?? offeredBy, message })
  return done({ offer: open.offer })
}

/** Takes an offer back before it is answered. */
export function withdrawOffer(
  w: Work,
  who: Who,
  id: OfferId,
): Outcome<{ offer: Offer }, { reason: 'over' } | { reason: 'notAllowed' }> {
  const known = offerById(w, id)
  if (!known) return refused({ reason: 'over' })
  const { branch, person, office } = known
  if (!may(who, 'office.appoint', branch)) return refused({ reason: 'notAllowed' })
  if (!isOpen(known, w.now)) return refused({ reason: 'over' })
  settleOffer(w, id, 'withdrawn')
  const detail = { office }
  audit(w, who, { branch, action: 'office.withdraw', subject: `person:${person}`, detail })
  tell(w, { branch, person, message: news.withdrawnFromYou(askerOf(w, known), known) })
  return done({ offer: known })
}

/**
 * Claiming the name accepts the offices that waited for it, as the question said; a hand-over is
 * asked again. Call it once the account is linked.
 */
export function acceptOffersAtClaim(w: Work, who: Who, branch: OrganisationId): void {
  const person = accountById(w, who.account)?.person
  if (person === undefined) return
  for (const waiting of offersTo(w, branch, person)) {
    if (waiting.office === 'secretary') ask(w, waiting)
    else acceptOffer(w, { ...who, person }, waiting.id)
  }
}

/** Asks for the answers that somebody owes who was linked without having seen the question. */
export function askWaitingOffers(w: Work, branch: OrganisationId, person: PersonId): void {
  for (const waiting of offersTo(w, branch, person)) ask(w, waiting)
}

/**
 * Makes whoever redeemed a claim code the secretary; their place on the roster comes later. They have
 * read the consent text where the code was asked for.
 */
export function appointFounder(
  w: Work,
  who: Who,
  branch: OrganisationId,
  action = 'office.appoint',
): PersonId {
  const person = who.person ?? savePerson(w, { name: cleanName(who.displayName) || '书记' })
  meetAccount(w, who.account)
  changeAccount(w, who.account, {
    personId: person,
    lastBranchId: branch,
    consentVersion,
    consentedAt: w.now,
    ...(who.person === undefined && { linkedAt: w.now }),
  })
  const others = officesNowAndLater(w, branch).filter(({ office }) => office === 'secretary')
  for (const { id, fromAt } of others) endPeriod(w, id, fromAt > w.now ? fromAt : w.now)
  saveOffice(w, { branch, person, office: 'secretary' }, person)
  const detail = { office: 'secretary', consent: consentVersion }
  const deed = { action, subject: `person:${person}`, detail }
  audit(w, { ...who, person }, { branch, ...deed })
  return person
}

/** The offer, when this person may answer it now. */
function answerable(w: Work, who: Who, id: OfferId): Outcome<{ offer: Offer }, AnswerRefusal> {
  const known = offerById(w, id)
  if (!known) return refused({ reason: 'over' })
  const { branch, person, office, offeredBy, fromOn } = known
  if (person !== who.person) return refused({ reason: 'notTheirs' })
  const stands = office !== 'secretary' || secretaryOf(w, branch) === offeredBy
  if (!isOpen(known, w.now) || !stands) return refused({ reason: 'over' })
  if (!isOnRoster(w, branch, person, fromOn)) return refused({ reason: 'notOnRoster' })
  return done({ offer: known })
}

function begin(w: Work, who: Who, accepted: Offer): Date {
  const { id, branch, person, office, partyGroup, fromOn, offeredBy } = accepted
  const from = beginsAt(fromOn, { now: w.now, zone: zoneIn(w, branch) })
  if (office === 'secretary') {
    for (const before of secretariesAt(w, branch, from)) endPeriod(w, before.id, from)
  }
  const holding = { branch, person, office, ...(partyGroup && { partyGroup: partyGroup.id }) }
  saveOffice(w, holding, offeredBy, from)
  settleOffer(w, id, 'accepted')
  const detail = { office, fromOn: dayOn(from, zoneIn(w, branch)) }
  audit(w, who, { branch, action: 'office.accept', subject: `person:${person}`, detail })
  return from
}

function tellAccepted(w: Work, { branch, person, offeredBy, ...about }: Offer, from: Date): void {
  const name = nameOf(w, person)
  const zone = zoneIn(w, branch)
  const answered = { ...about, name, on: dayOn(from, zone), today: dayOn(w.now, zone) }
  if (about.office !== 'secretary') {
    const asker = secretaryOf(w, branch) ?? offeredBy
    tell(w, { branch, person: asker, message: news.accepted(answered) })
    return
  }
  const coming = comingSecretary(w, branch)
  const message = coming ? news.handsOverOn(answered, coming.id) : news.handedOverNow(name)
  tell(w, { branch, person: offeredBy, message })
}

function nameOf(w: Work, person: PersonId): string {
  return personById(w, person)?.name ?? ''
}
