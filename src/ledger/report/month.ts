// The month's workbook: a sign-in sheet for each session that was held, then the reflections.

import type { OrganisationId } from '../../kernel/ids.ts'
import type { MonthKey } from '../../kernel/month.ts'
import type { Report } from '../../kernel/report.ts'
import { dayOn } from '../../kernel/time.ts'
import { type Branch, branchById } from '../../organisation/store.ts'
import type { ReportArgs } from '../../platform/feature.ts'
import type { Work } from '../../platform/store/work.ts'
import { sessionsOfMonth } from '../../sessions/store.ts'
import { reflectionSheet } from './reflections.ts'
import { signInSheet } from './sign-in.ts'

const held = ['open', 'closed', 'locked']

/** What `/export 2026-12` brings. */
export function monthReport(w: Work, args: ReportArgs): Report {
  const branch = branchById(w, args.branch as OrganisationId)
  if (!branch) throw new Error(`no branch ${args.branch}`)
  const month = String(args.month)
  const { signIns, reflections } = monthSheets(w, branch, month)
  return {
    name: `${branch.name}_台账_${month.replace('-', '')}`,
    sheets: [...signIns, reflections],
  }
}

/** A sign-in sheet for each session that was held, and who handed in what. */
export function monthSheets(w: Work, branch: Branch, month: MonthKey) {
  const sessions = sessionsOfMonth(w, branch.id, month, branch.zone).filter(({ state }) =>
    held.includes(state),
  )
  const tabs = sessions.map(({ startsAt }, at) => tabOf(dayOn(startsAt, branch.zone), at))
  return {
    signIns: sessions.map((session, at) => signInSheet(w, branch, session, tabs[at] ?? '')),
    reflections: reflectionSheet(w, branch, month),
  }
}

/** Tabs must differ within a workbook, also for two sessions on one day. */
function tabOf(day: string, at: number): string {
  return `签到表${at + 1}_${day.slice(5)}`
}
