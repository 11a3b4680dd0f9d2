// How a session is named and when and where it is: the lines that cards share.

import { type Html, html, joined } from '../kernel/html.ts'
import { monthAt, spokenMonth } from '../kernel/month.ts'
import { holidayOn, isYearKnown } from '../kernel/rest-days.ts'
import { type Day, dayOn, spokenDay, spokenSpan, type Zone } from '../kernel/time.ts'
import type { Session, SessionKind } from './rules.ts'

const kindNames: Record<SessionKind, string> = {
  training: '集中培训',
  partyDay: '主题党日',
  themed: '主题活动',
  generalMeeting: '支部党员大会',
  committeeMeeting: '支委会会议',
  groupMeeting: '党小组会',
  partyClass: '党课',
}

/** What a card needs to know of a session, also before there is one. */
export type Sketch = Pick<Session, 'kind' | 'startsAt' | 'endsAt' | 'place' | 'state'>

/** 12月集中培训 */
export function sessionTitle(
  { kind, startsAt }: Pick<Session, 'kind' | 'startsAt'>,
  zone: Zone,
): string {
  return `${spokenMonth(monthAt(startsAt, zone))}${kindNames[kind]}`
}

/** 12月4日 */
export function sessionDay({ startsAt }: Pick<Session, 'startsAt'>, zone: Zone): string {
  return spokenDay(dayOn(startsAt, zone)).replace(/（.*/, '')
}

/** Said beside a day whose year's public holidays nobody has announced yet. */
export function uncheckedMark(day: Day): string {
  return isYearKnown(day) ? '' : '（未核对节假日）'
}

/** What keeps people from work that day: 国庆节, or just 休息日. */
export function restNamed(day: Day): string {
  return holidayOn(day) ?? '休息日'
}

/** When and where; a draft says when its day was not checked against the holidays. */
export function sessionLines(sketch: Sketch, zone: Zone, now: Date): Html {
  const { startsAt, endsAt, place, state } = sketch
  const span = spokenSpan(startsAt, endsAt, zone, now)
  const mark = state === 'draft' ? uncheckedMark(dayOn(startsAt, zone)) : ''
  return joined([html`🗓 ${span}${mark}`, place ? html`📍 ${place}` : html`📍 地点待定`])
}
