// What the clock does: next month's draft, and the word that an announcement has gone out.

import { isYearKnown } from '../kernel/rest-days.ts'
import { addMinutes } from '../kernel/time.ts'
import { accountOf } from '../members/store/accounts.ts'
import { type BranchInUse, branchesInUse } from '../organisation/store/retiring.ts'
import type { Due, Jobs } from '../platform/feature.ts'
import type { Work } from '../platform/store/work.ts'
import type { Session } from '../sessions/rules.ts'
import { sessionsInStates } from '../sessions/store/all-branches.ts'
import { sessionById } from '../sessions/store.ts'
import { showAnnounced } from './actions/announcing.ts'
import { tellHolidaysMissing } from './actions/holidays.ts'
import { draftMonth } from './actions/plan.ts'
import { heldUntil } from './rules/announcing.ts'
import { draftDueAt, holidayCheckIn, monthsToDraft, type Plan } from './rules/plan.ts'
import { currentPlans } from './store.ts'

export const trainingJobs: Jobs = (w, since) => [
  ...currentPlans(w).flatMap((plan) => draftsDue(w, plan)),
  ...sentSince(w, addMinutes(since, -1)),
  ...branchesInUse(w).flatMap((branch) => holidaysMissing(since, w.now, branch)),
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

/** Once a year, when next year's holidays are not known. */
function holidaysMissing(since: Date, now: Date, branch: BranchInUse): Due[] {
  const from = since > branch.createdAt ? since : branch.createdAt
  const check = holidayCheckIn(from, now, branch.zone)
  if (!check || isYearKnown(`${check.year}-01-01`)) return []
  const { at, year } = check
  const run = (work: Work) => tellHolidaysMissing(work, branch, year)
  return [{ key: `holidays:${branch.id}:${year}`, at, run }]
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
