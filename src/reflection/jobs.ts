// What the clock does for reflections, for every branch whose training of the month was held.

import type { OrganisationId } from '../kernel/ids.ts'
import type { MonthKey } from '../kernel/month.ts'
import { addMinutes } from '../kernel/time.ts'
import { allBranches } from '../organisation/store.ts'
import type { Due, Jobs } from '../platform/feature.ts'
import type { Work } from '../platform/store/work.ts'
import { recentMonths, timetableOf } from './actions/assignment.ts'
import { askAll, listOwing, remindOwing } from './actions/reminding.ts'

const dayMinutes = 24 * 60

export const reflectionJobs: Jobs = (w) =>
  allBranches(w).flatMap(({ id }) =>
    recentMonths(w, id).flatMap((month) => monthsDue(w, { branch: id, month })),
  )

/** After a downtime a reminder is left out when it is a day old, the question when it is due. */
function monthsDue(w: Work, assignment: { branch: OrganisationId; month: MonthKey }): Due[] {
  const { branch, month } = assignment
  const timetable = timetableOf(w, branch, month)
  if (!timetable) return []
  const { askAt, reminders, owingAt, dueAt } = timetable
  const key = (what: string) => `reflection:${branch}:${month}:${what}`
  const due: (Due & { until: Date })[] = [
    { key: key('ask'), at: askAt, until: dueAt, run: (work) => askAll(work, assignment) },
    ...reminders.map(({ kind, at }) => ({
      key: key(kind),
      at,
      until: addMinutes(at, dayMinutes),
      run: (work: Work) => remindOwing(work, assignment, kind),
    })),
    {
      key: key('owing'),
      at: owingAt,
      until: addMinutes(dueAt, 7 * dayMinutes),
      run: (work) => listOwing(work, assignment),
    },
  ]
  return due.filter(({ at, until }) => at <= w.now && w.now < until)
}
