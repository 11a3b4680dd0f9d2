// What is told when a day comes: an office begins, an offer lapses, a branch has nobody to lead it.

import type { OrganisationId } from '../../kernel/ids.ts'
import { nextPermitted } from '../../organisation/rules.ts'
import type { Awaiting, Somebody } from '../../platform/feature.ts'
import type { Work } from '../../platform/store/work.ts'
import { tell, tellHolders } from '../actions.ts'
import { seeOfferButton } from '../buttons/offices.ts'
import * as news from '../messages/office-news.ts'
import { waitingLine } from '../messages/office-offers.ts'
import { isOpen } from '../rules/offices.ts'
import { officePeriod } from '../store/office-periods.ts'
import { isOrphaned, type Offer, offerById, offersTo } from '../store/offices.ts'
import { personById, secretaryOf } from '../store.ts'
import { askerOf, zoneIn } from './office-offers.ts'

/** Tells whoever begins today, and of a hand-over whoever goes; nothing if it was taken back. */
export function tellBegun(w: Work, id: Offer['id'], period: number): void {
  const begun = officePeriod(w, period)
  const offer = offerById(w, id)
  if (!begun || !offer || (begun.untilAt && begun.untilAt <= w.now)) return
  const { branch, person, office, name } = begun
  const notBefore = nextPermitted(w.now, zoneIn(w, branch))
  tell(w, { branch, person, message: news.beginsToday(begun), notBefore })
  if (office !== 'secretary') return
  tell(w, { branch, person: offer.offeredBy, message: news.handedOverToday(name), notBefore })
}

/** Tells the secretary that an offer was not answered in time. */
export function tellUnanswered(w: Work, { id }: Offer): void {
  const offer = offerById(w, id)
  if (offer?.state !== 'open' || isOpen(offer, w.now)) return
  const { branch, person } = offer
  const secretary = secretaryOf(w, branch)
  if (secretary === undefined) return
  const message = news.unanswered(personById(w, person)?.name ?? '', offer)
  const notBefore = nextPermitted(w.now, zoneIn(w, branch))
  tell(w, { branch, person: secretary, message, notBefore })
}

/** Tells those who organise that the branch has no secretary, and how it gets one. */
export function tellOrphaned(w: Work, branch: OrganisationId): void {
  if (!isOrphaned(w, branch)) return
  const notBefore = nextPermitted(w.now, zoneIn(w, branch))
  tellHolders(w, { branch, permission: 'session.manage', message: news.nobodyLeads, notBefore })
}

/** Offers that wait for one's own answer. */
export function offersAwaiting(w: Work, { person, branch }: Somebody): readonly Awaiting[] {
  return offersTo(w, branch, person).map((offer) => ({
    line: waitingLine(askerOf(w, offer), offer),
    button: { label: '看一看，答复', data: seeOfferButton.data({ offer: offer.id }) },
    as: 'self' as const,
  }))
}
