// What the ledger records, and how its numbers and marks are written.

import type { LeaveCode } from '../attendance/rules/words.ts'
import type { Standing } from '../members/rules.ts'

export const ledgerSources = ['session'] as const

/** A share with its numbers, as inspectors want it: `77.8%（14/18）`; nothing of nothing is a dash. */
export function spokenShare(part: number, whole: number): string {
  if (whole === 0) return '—'
  return `${((part / whole) * 100).toFixed(1)}%（${part}/${whole}）`
}

/** The sign of a person's attendance on the sheet. */
export function signOf(line: { place: string; state: string; late: boolean }): string {
  if (line.state === 'present' || line.state === 'online') return line.late ? '△' : '√'
  if (line.place === 'exempt') return '免'
  if (line.state === 'excused') return '○'
  return line.state === 'absent' ? '×' : '—'
}

export const legend = '图例：√ 到会　△ 迟到　○ 请假　× 缺席　— 未记录'
/** Added where somebody is exempt. */
export const exemptLegend = '　免 免到'

/** Leave codes in the words of the paper form. */
export const leaveWords: Record<LeaveCode, string> = {
  official: '公出',
  sick: '病假',
  personal: '事假',
  other: '其他',
}

export const standingWords: Record<Standing, string> = {
  full: '正式',
  probationary: '预备',
  candidate: '发展对象',
  activist: '积极分子',
  applicant: '申请人',
  nonMember: '群众',
}

/** Whether a year can be one of ours; what comes from outside is held to it. */
export function isYear(year: number): boolean {
  return year >= 2000 && year <= 2099
}
