// How sessions and reasons are named in passing.

import { type Html, html } from '../../kernel/html.ts'
import { addDays, dayOn, spokenTime, wallClock } from '../../kernel/time.ts'
import { sessionDay, sessionTitle } from '../../sessions/messages.ts'
import type { SessionKind } from '../../sessions/rules.ts'
import type { LeaveCode } from '../rules/words.ts'
import type { Occasion } from '../store/occasion.ts'

const shortKinds: Record<SessionKind, string> = {
  training: '培训',
  partyDay: '主题党日',
  themed: '主题活动',
  generalMeeting: '党员大会',
  committeeMeeting: '支委会',
  groupMeeting: '党小组会',
  partyClass: '党课',
}

export const leaveWords: Record<LeaveCode, string> = {
  official: '出差公务',
  sick: '身体不适',
  personal: '家中有事',
  other: '其他',
}

/** 培训 */
export function shortKind({ session }: Occasion): string {
  return shortKinds[session.kind]
}

/** 集中培训 */
export function fullKind({ session, branch }: Occasion): string {
  return sessionTitle(session, branch.zone).replace(/^.*月/, '')
}

/** 12月4日培训 */
export function inShort(occasion: Occasion): string {
  return sessionDay(occasion.session, occasion.branch.zone) + shortKind(occasion)
}

/** 12月4日19:00 */
export function dayAndClock({ session, branch }: Occasion): string {
  return sessionDay(session, branch.zone) + wallClock(session.startsAt, branch.zone)
}

/** 今晚 19:00, 明晚 19:00, 明天 9:00 …, else the date. */
export function spokenStart({ session, branch, now }: Occasion): string {
  const clock = wallClock(session.startsAt, branch.zone)
  const evening = clock >= '18:00'
  const day = dayOn(session.startsAt, branch.zone)
  const today = dayOn(now, branch.zone)
  if (day === today) return `${evening ? '今晚' : '今天'} ${clock}`
  if (day === addDays(today, 1)) return `${evening ? '明晚' : '明天'} ${clock}`
  return spokenTime(session.startsAt, branch.zone, now)
}

/** 出差公务：去上海布展 */
export function spokenReason({ code, note }: { code: LeaveCode; note?: string }): Html {
  return note === undefined ? html`${leaveWords[code]}` : html`${leaveWords[code]}：${note}`
}
