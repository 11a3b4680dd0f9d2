// Which months ask for a reflection: those whose training was held.

import type { OrganisationId } from '../../kernel/ids.ts'
import { type MonthKey, monthAt, previousMonth } from '../../kernel/month.ts'
import { branchById } from '../../organisation/store.ts'
import type { Work } from '../../platform/store/work.ts'
import { isAnnounced } from '../../sessions/rules.ts'
import { regularSession, zoneOf } from '../../sessions/store.ts'
import { reflectionDueAt, type Timetable, timetableAfter, type Whose } from '../rules.ts'
import { owes, reflectionOf } from '../store.ts'

/** The dates of a month's reflection; undefined when no training asks for one. */
function timetableOf(w: Work, branch: OrganisationId, month: MonthKey): Timetable | undefined {
  const training = regularSession(w, branch, month)
  if (!training || !isAnnounced(training)) return undefined
  return timetableAfter(training.startsAt, zoneOf(w, branch))
}

/** The months that may ask now: a late one comes before this one. */
function recentMonths(w: Work, branch: OrganisationId): MonthKey[] {
  const month = monthAt(w.now, zoneOf(w, branch))
  return [previousMonth(month), month]
}

/** Those of them that have asked already. */
export function askedMonths(w: Work, branch: OrganisationId): MonthKey[] {
  return recentMonths(w, branch).filter((month) => {
    const timetable = timetableOf(w, branch, month)
    return timetable !== undefined && timetable.askAt <= w.now
  })
}

/** Whether somebody is expected to hand one in and has not. */
export function isOwed(w: Work, { branch, person, month }: Whose): boolean {
  return owes(w, branch, month).some((member) => member.person === person)
}

/** What somebody writes who names no month: what they owe, the older first; else this month's. */
export function monthToWrite(w: Work, { branch, person }: Omit<Whose, 'month'>): MonthKey {
  const owed = askedMonths(w, branch).filter((month) => isOwed(w, { branch, person, month }))
  return owed[0] ?? monthAt(w.now, zoneOf(w, branch))
}

/** Whether the month is still to come, or the branch is none: nothing is written for it. */
export function isAhead(w: Work, { branch, month }: Pick<Whose, 'branch' | 'month'>): boolean {
  const zone = branchById(w, branch)?.zone
  return zone === undefined || month > monthAt(w.now, zone)
}

/** Whether a reflection of that month would be late now. */
export function isLate(w: Work, whose: Pick<Whose, 'branch' | 'month'>): boolean {
  return w.now >= reflectionDueAt(whose.month, zoneOf(w, whose.branch))
}

/** Whether what was handed in may still be changed. */
export function isEditable(w: Work, whose: Whose): boolean {
  return reflectionOf(w, whose)?.late === false && !isLate(w, whose)
}
