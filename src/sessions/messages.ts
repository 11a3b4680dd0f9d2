// How a session is named and when and where it is: the lines that cards share.

import { type Html, html, joined } from '../kernel/html.ts'
import { monthAt, spokenMonth } from '../kernel/month.ts'
import { dayOn, spokenDay, spokenSpan, type Zone } from '../kernel/time.ts'
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

/** When and where. Only weekends and 1 January are known as rest days, so a draft says so. */
export function sessionLines(sketch: Sketch, zone: Zone, now: Date): Html {
  const { startsAt, endsAt, place, state } = sketch
  const span = spokenSpan(startsAt, endsAt, zone, now)
  return joined([
    state === 'draft' ? html`🗓 ${span}（未核对节假日）` : html`🗓 ${span}`,
    place ? html`📍 ${place}` : html`📍 地点待定`,
  ])
}
