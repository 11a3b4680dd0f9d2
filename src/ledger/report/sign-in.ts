// The sign-in sheet of one session: roster order, a column for the pen, totals below.

import type { AttendanceLine } from '../../attendance/rules/tally.ts'
import { isHere, tallyOf } from '../../attendance/rules/tally.ts'
import type { MarkSource } from '../../attendance/rules/words.ts'
import { attendanceOf } from '../../attendance/store/lines.ts'
import type { Column, Sheet } from '../../kernel/report.ts'
import { dayOn, spokenSpan, wallClock } from '../../kernel/time.ts'
import type { Branch } from '../../organisation/store.ts'
import type { Work } from '../../platform/store/work.ts'
import { sessionTitle } from '../../sessions/messages.ts'
import type { Session } from '../../sessions/rules.ts'
import { exemptLegend, leaveWords, legend, signOf, spokenShare, standingWords } from '../rules.ts'

const columns: readonly Column[] = [
  { title: '序号', width: 6 },
  { title: '姓名', width: 14 },
  { title: '类别', width: 9 },
  { title: '出勤', width: 7 },
  { title: '签到时间', width: 10 },
  { title: '签到方式', width: 10 },
  { title: '本人签字', width: 14 },
  { title: '备注', width: 20, align: 'left' },
]

const sourceWords: Record<MarkSource, string> = {
  selfReported: '自报',
  rollCall: '点名',
  leave: '—',
  closing: '—',
  correction: '更正',
}

const partyGroupColumn: Column = { title: '党小组', width: 12 }

/** The filled sheet, one row per person on the roll; party groups where the branch has them. */
export function signInSheet(w: Work, branch: Branch, session: Session, tab: string): Sheet {
  const lines = attendanceOf(w, session)
  const grouped = lines.some(({ partyGroup }) => partyGroup !== undefined)
  const [number, name, ...others] = columns
  return {
    tab,
    title: `${branch.name}${sessionTitle(session, branch.zone)}签到表`,
    facts: factsOf(branch, session),
    columns: grouped && number && name ? [number, name, partyGroupColumn, ...others] : columns,
    rows: lines.map((line, at) => [
      at + 1,
      line.name,
      ...(grouped ? [line.partyGroup ?? '—'] : []),
      ...cellsOf(line, branch.zone),
    ]),
    notes: notesOf(lines, session),
  }
}

function factsOf(branch: Branch, session: Session): string[] {
  const { startsAt, endsAt } = session
  const year = dayOn(startsAt, branch.zone).slice(0, 4)
  return [
    `主题：${session.topic ?? '—'}`,
    `时间：${year}年${spokenSpan(startsAt, endsAt, branch.zone)}　地点：${session.place ?? '—'}`,
    '主持人：＿＿＿＿＿＿　　主讲人：＿＿＿＿＿＿　　记录人：＿＿＿＿＿＿',
  ]
}

function cellsOf(line: AttendanceLine, zone: string) {
  const came = isHere(line.state)
  return [
    line.place === 'sittingIn' ? '列席' : standingWords[line.standing],
    signOf(line),
    came && line.at ? wallClock(line.at, zone) : '—',
    came && line.source ? sourceWords[line.source] : '—',
    '',
    remarkOf(line),
  ]
}

function remarkOf({ place, leave, state }: AttendanceLine): string {
  if (place === 'exempt') return isHere(state) ? '免到，仍到会' : '免到'
  if (state !== 'excused' || !leave) return '—'
  const reason = leave.note ? `${leaveWords[leave.code]}：${leave.note}` : leaveWords[leave.code]
  const undecided = leave.state === 'pending' ? '（未及确认）' : ''
  return `请假${undecided}，${reason}`
}

function notesOf(lines: readonly AttendanceLine[], session: Session): string[] {
  const tally = tallyOf(lines)
  const came = tally.present + tally.online
  const exempt = tally.exempt > 0 ? `免到 ${tally.exempt} 人　` : ''
  const isExemptUsed = lines.some(({ place }) => place === 'exempt')
  return [
    `应到 ${tally.expected} 人　实到 ${came} 人（迟到 ${tally.late} 人）　请假 ${tally.excused} 人　` +
      `缺席 ${tally.absent} 人　列席 ${tally.sittingIn} 人　${exempt}到会率 ${spokenShare(came, tally.expected)}`,
    isExemptUsed ? legend + exemptLegend : legend,
    ...(session.lockedAt ? [] : ['这张表还没有锁定，数字可能变化。']),
    '审核：＿＿＿＿＿＿　　　　记录：＿＿＿＿＿＿',
  ]
}
