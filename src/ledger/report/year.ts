// The year's workbook: what the months' workbooks hold, one after the other.

import type { OrganisationId } from '../../kernel/ids.ts'
import { type MonthKey, monthAt } from '../../kernel/month.ts'
import type { Report, Sheet } from '../../kernel/report.ts'
import { branchById } from '../../organisation/store.ts'
import type { ReportArgs } from '../../platform/feature.ts'
import type { Work } from '../../platform/store/work.ts'
import { monthSheets } from './month.ts'

/** What the button for a whole year brings: its months up to now in which something was held. */
export function yearReport(w: Work, args: ReportArgs): Report {
  const branch = branchById(w, args.branch as OrganisationId)
  if (!branch) throw new Error(`no branch ${args.branch}`)
  const year = Number(args.year)
  const months = monthsUntil(year, monthAt(w.now, branch.zone))
  const held = months.map((month) => ({ month, ...monthSheets(w, branch, month) }))
  const busy = held.filter(({ signIns }) => signIns.length > 0)
  const shown = busy.length > 0 ? busy : held.slice(-1)
  return { name: `${branch.name}_台账_${year}`, sheets: shown.flatMap(sheetsOf) }
}

function sheetsOf(held: { month: MonthKey; signIns: readonly Sheet[]; reflections: Sheet }) {
  const number = Number(held.month.slice(5))
  const { signIns, reflections } = held
  return [...signIns, { ...reflections, tab: `学习体会_${number}月` }]
}

/** The months of the year that have begun; of a year to come, the first. */
function monthsUntil(year: number, current: MonthKey): MonthKey[] {
  const all = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`)
  const begun = all.filter((month) => month <= current)
  return begun.length > 0 ? begun : all.slice(0, 1)
}
