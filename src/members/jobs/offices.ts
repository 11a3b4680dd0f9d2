// The door from the clock: offices that begin, offers that lapse, branches that nobody leads.

import { instant } from '../../kernel/time.ts'
import type { Due, Jobs } from '../../platform/feature.ts'
import type { Work } from '../../platform/store/work.ts'
import { tellBegun, tellOrphaned, tellUnanswered } from '../actions/office-news.ts'
import { zoneIn } from '../actions/office-offers.ts'
import { lapsedFrom, offerEndsAt } from '../rules/offices.ts'
import { officesNowAndLater } from '../store/office-periods.ts'
import {
  type Offer,
  type Orphaned,
  offersBegun,
  orphanedBranches,
  unansweredOffers,
} from '../store/offices.ts'

export const officeJobs: Jobs = (w, since) => [
  ...orphanedBranches(w).map(orphaned),
  ...[
    ...offersBegun(w, since).flatMap((offer) => beginning(w, offer)),
    ...unansweredOffers(w, lapsedFrom(since)).map(lapse),
  ].filter(({ at }) => at > since && at <= w.now),
]

/** Said once of each branch without a secretary. */
function orphaned({ branch, last, since }: Orphaned): Due {
  return {
    key: `orphaned:${branch}@${last}`,
    at: since,
    run: (work) => tellOrphaned(work, branch),
  }
}

/** Only what was accepted for a day to come: who begins at once has been told. */
function beginning(w: Work, offer: Offer): Due[] {
  const { id, branch, person, office, answeredAt } = offer
  const at = instant(offer.fromOn, '00:00', zoneIn(w, branch))
  if (!answeredAt || answeredAt >= at) return []
  const period = officesNowAndLater(w, branch).find(
    (one) =>
      one.person === person && one.office === office && one.fromAt.getTime() === at.getTime(),
  )
  if (!period) return []
  return [{ key: `office:${id}`, at, run: (work) => tellBegun(work, id, period.id) }]
}

function lapse(offer: Offer): Due {
  return {
    key: `offer:${offer.id}`,
    at: offerEndsAt(offer),
    run: (work) => tellUnanswered(work, offer),
  }
}
