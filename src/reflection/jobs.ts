// What the clock does for reflections, for every branch whose training of the month was held.

import type { OrganisationId } from '../kernel/ids.ts'
import type { MonthKey } from '../kernel/month.ts'
import { addMinutes } from '../kernel/time.ts'
import { lastClearing } from '../organisation/rules/retention.ts'
import { branchesInUse } from '../organisation/store/retiring.ts'
import type { Due, Jobs } from '../platform/feature.ts'
import type { Work } from '../platform/store/work.ts'
import { regularTrainings } from '../sessions/store/all-branches.ts'
import { forgetOldTexts } from './actions/erasure.ts'
import { askAll, listOwing, remindOwing } from './actions/reminding.ts'
import { type Timetable, timetableAfter } from './rules.ts'

const dayMinutes = 24 * 60
/** From a training to the last word about its month. */
const longestDays = 45

export const reflectionJobs: Jobs = (w) => [...monthly(w), clearing(w)]

/** Once a night, for retired branches too. */
function clearing(w: Work): Due {
  const { day, at } = lastClearing(w.now)
  return { key: `texts:${day}`, at, run: forgetOldTexts }
}

function monthly(w: Work): Due[] {
  const zones = new Map(branchesInUse(w).map(({ id, zone }) => [id, zone]))
  const from = addMinutes(w.now, -longestDays * dayMinutes)
  return regularTrainings(w, from, w.now).flatMap(({ branch, startsAt, regularMonth: month }) => {
    const zone = zones.get(branch)
    const timetable = zone && timetableAfter(startsAt, zone)
    return timetable && month ? monthsDue(w, { branch, month }, timetable) : []
  })
}

/** After a downtime a reminder is left out when it is a day old, the question when it is due. */
function monthsDue(
  w: Work,
  assignment: { branch: OrganisationId; month: MonthKey },
  timetable: Timetable,
): Due[] {
  const { branch, month } = assignment
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
  return due.filter(({ until }) => w.now < until)
}
