// What the clock does: next month's draft, and the word that an announcement has gone out.

import { addMinutes } from '../kernel/time.ts'
import { accountOf } from '../members/store/accounts.ts'
import type { Due, Jobs } from '../platform/feature.ts'
import type { Work } from '../platform/store/work.ts'
import type { Session } from '../sessions/rules.ts'
import { sessionById, sessionsInStates } from '../sessions/store.ts'
import { showAnnounced } from './actions/announcing.ts'
import { draftMonth } from './actions/plan.ts'
import { heldUntil } from './rules/announcing.ts'
import { draftDueAt, monthsToDraft, type Plan } from './rules/plan.ts'
import { currentPlans } from './store.ts'

export const trainingJobs: Jobs = (w, since) => [
  ...currentPlans(w).flatMap((plan) => draftsDue(w, plan)),
  ...sentSince(w, addMinutes(since, -1)),
]

/** However late: a training that is still ahead is drafted, one that is past never. */
function draftsDue(w: Work, plan: Plan): Due[] {
  return monthsToDraft(w.now, plan.zone).map((month) => {
    const dueAt = draftDueAt(month, plan.zone)
    return {
      key: `training:${plan.id}:${month}`,
      at: dueAt > plan.knownSince ? dueAt : plan.knownSince,
      run: (work) => draftMonth(work, plan, month),
    }
  })
}

function sentSince(w: Work, since: Date): Due[] {
  return sessionsInStates(w, ['published', 'open']).flatMap(({ id, publishedAt }) => {
    if (!publishedAt || publishedAt <= since) return []
    const run = (work: Work) => tellSent(work, sessionById(work, id))
    return [
      { key: `sent:session:${id}@${publishedAt.toISOString()}`, at: heldUntil(publishedAt), run },
    ]
  })
}

function tellSent(w: Work, session: Session | undefined): void {
  const account = session?.publishedBy && accountOf(w, session.publishedBy)
  if (session?.state === 'published' && account) showAnnounced(w, session, account.id)
}
