// What attendance holds of a person, as sheets for their own export.

import type { PersonId, SessionId } from '../kernel/ids.ts'
import { spokenMonth } from '../kernel/month.ts'
import type { Cell, Column, Sheet } from '../kernel/report.ts'
import { stamp } from '../kernel/time.ts'
import { branchDefaults } from '../organisation/rules.ts'
import { branchById } from '../organisation/store.ts'
import type { Work } from '../platform/store/work.ts'
import { sessionTitle } from '../sessions/messages.ts'
import type { RollPlace } from '../sessions/rules.ts'
import { rollPlacesOf } from '../sessions/store/of-person.ts'
import { sessionById } from '../sessions/store.ts'
import { leaveWords } from './messages/words.ts'
import type { AttendanceState, LeaveState, MarkSource, RsvpAnswer } from './rules/words.ts'
import { answersKept, leavesKept, marksKept, remindersKept } from './store/own-data.ts'

const { timeZone } = branchDefaults
const blank = '—'

const placeWords: Record<RollPlace, string> = {
  expected: '应到',
  exempt: '不计应到',
  sittingIn: '列席',
}
const stateWords: Record<AttendanceState, string> = {
  present: '到会',
  online: '线上到会',
  excused: '请假',
  absent: '缺席',
  none: '撤销',
}
const sourceWords: Record<MarkSource, string> = {
  selfReported: '自报',
  rollCall: '点名',
  leave: '请假',
  closing: '结束时',
  correction: '更正',
}
const leaveStateWords: Record<LeaveState, string> = {
  pending: '待确认',
  approved: '同意',
  declined: '不同意',
  withdrawn: '撤回',
}
/** The kinds of reminder of every slice that sends them. */
const kindWords: Partial<Record<string, string>> = {
  dayBefore: '前一天',
  sameDay: '当天',
  dMinus3: '到期前三天',
  lastDay: '最后一天',
}
const answerWords: Record<RsvpAnswer, string> = { going: '参加', withdrawn: '取消' }

export function attendanceOwnData(w: Work, person: PersonId): readonly Sheet[] {
  return [myMarks(w, person), myLeaves(w, person), myAnswers(w, person), myReminders(w, person)]
}

function myMarks(w: Work, person: PersonId): Sheet {
  const marks = Map.groupBy(marksKept(w, person), ({ sessionId }) => sessionId)
  const places = rollPlacesOf(w, person)
  const onRoll = places.flatMap(({ session, place }) => {
    const head = [...occasion(w, session), placeWords[place]]
    const theirs = marks.get(session) ?? []
    if (theirs.length === 0) return [[...head, '未记录', blank, blank]]
    return theirs.map(({ state, late, source, at }) => [
      ...head,
      late ? `${stateWords[state]}（迟到）` : stateWords[state],
      sourceWords[source],
      stamp(at, timeZone),
    ])
  })
  const columns = [column('名单', 10), column('记录', 16), column('来源', 10), column('时间', 18)]
  return sheet('考勤', '我的考勤记录', [...columns], onRoll)
}

function myLeaves(w: Work, person: PersonId): Sheet {
  const columns = [
    column('原因', 12),
    column('说明', 34, 'left'),
    column('结果', 10),
    column('答复', 26, 'left'),
    column('提出时间', 18),
  ]
  const rows = leavesKept(w, person).map((leave) => [
    ...occasion(w, leave.sessionId),
    leaveWords[leave.code],
    leave.note ?? blank,
    leaveStateWords[leave.state],
    leave.answer ?? blank,
    stamp(leave.requestedAt, timeZone),
  ])
  return sheet('请假', '我的请假', columns, rows)
}

function myAnswers(w: Work, person: PersonId): Sheet {
  const rows = answersKept(w, person).map(({ sessionId, answer, answeredAt }) => [
    ...occasion(w, sessionId),
    answerWords[answer],
    stamp(answeredAt, timeZone),
  ])
  return sheet('回执', '我的回执', [column('回执', 10), column('时间', 18)], rows)
}

function myReminders(w: Work, person: PersonId): Sheet {
  const rows = remindersKept(w, person).map(({ branchId, item, kind, sentAt }) => [
    branchById(w, branchId)?.name ?? blank,
    spokenItem(w, item),
    kindWords[kind] ?? kind,
    stamp(sentAt, timeZone),
  ])
  const columns = [
    column('支部', 28, 'left'),
    column('事项', 22, 'left'),
    column('哪一次', 14),
    column('时间', 18),
  ]
  return { tab: '提醒', title: '发给我的提醒', facts: [], columns, rows, notes: [] }
}

/** 12月集中培训, 12月学习体会. */
function spokenItem(w: Work, item: string): string {
  const [what, which = ''] = item.split(':')
  if (what === 'reflection') return `${spokenMonth(which)}学习体会`
  const session = sessionById(w, Number(which) as SessionId)
  const zone = session && branchById(w, session.branch)?.zone
  return session && zone ? sessionTitle(session, zone) : item
}

/** Branch, name and start of a session. */
function occasion(w: Work, id: SessionId): Cell[] {
  const session = sessionById(w, id)
  const branch = session && branchById(w, session.branch)
  if (!session || !branch) return [blank, blank, blank]
  const { zone, name } = branch
  return [name, sessionTitle(session, zone), stamp(session.startsAt, zone)]
}

function sheet(
  tab: string,
  title: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): Sheet {
  const head = [column('支部', 28, 'left'), column('活动', 18), column('开始', 18)]
  return { tab, title, facts: [], columns: [...head, ...columns], rows, notes: [], landscape: true }
}

function column(title: string, width: number, align: 'left' | 'center' = 'center'): Column {
  return { title, width, align }
}
