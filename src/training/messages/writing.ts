// What is asked while a training is written, and the card to check it by.

import { type Html, html, joined } from '../../kernel/html.ts'
import type { Button, Message } from '../../kernel/message.ts'
import type { MonthKey } from '../../kernel/month.ts'
import { spokenMonth } from '../../kernel/month.ts'
import { isRestDay } from '../../kernel/rest-days.ts'
import {
  dayOn,
  spokenDay,
  spokenTime,
  spokenWeekday,
  wallClock,
  weekdayOf,
  type Zone,
} from '../../kernel/time.ts'
import type { Doubt, When } from '../../kernel/when.ts'
import { restNamed, sessionLines } from '../../sessions/messages.ts'
import { backToCardButton, changeButton, dayButton, dropButton, publishButton } from '../buttons.ts'
import type { AnnounceRefusal } from '../rules/announcing.ts'
import { type Finished, isFinished, type Unfinished } from '../rules/sentence.ts'

const example = '12月4日周五19:00-20:30 党群服务中心二楼 文创企业版权保护党课'

/** The question the next message answers. */
export function question(state: Unfinished): Message {
  return { text: questions[state.asks](state), buttons: [[wayBack(state)]] }
}

const questions: Record<Unfinished['asks'], (state: Unfinished) => Html> = {
  sentence: () =>
    joined([
      html`📚 新建集中培训。直接发一句话：<b>什么时候、在哪、学什么</b>。例如`,
      html`${example}`,
    ]),
  when: (state) =>
    state.day && !isFinished(state)
      ? html`${spokenDay(state.day)}几点开始？例如 19:00-20:30`
      : html`改到什么时候？例如 12月4日周五19:00-20:30`,
  place: () => html`在哪里？发地点就行，例如 党群服务中心二楼`,
  topic: () => html`这次学什么？发主题就行，例如 文创企业版权保护党课`,
}

type NotUnderstood = Extract<When, { ok: false }>

/** The answer was no time, or a past one; asked again with an example, never guessed. */
export function notUnderstood(state: Unfinished, when: NotUnderstood, zone: Zone): Message {
  const again = state.asks === 'sentence' ? example : '12月4日周五19:00-20:30'
  return {
    text: joined([whyNot(when, zone), html`请换个说法再发一次，例如`, html`${again}`]),
    buttons: [[wayBack(state)]],
  }
}

function whyNot(when: NotUnderstood, zone: Zone): Html {
  if (when.reason === 'unreadable') return html`没看懂“${when.piece}”是什么时候。`
  if (when.reason !== 'past') throw new Error(`${when.reason} has two days to choose from`)
  const { reading } = when
  const said = reading.timeMissing ? spokenDay(reading.day) : spokenTime(reading.start, zone)
  return html`${said}已经过去了。`
}

/** Only text was expected. */
export function textPlease(state: Unfinished): Message {
  return { text: html`这一步请发文字。`, buttons: [[wayBack(state)]] }
}

/** Two days are possible: which one? */
export function whichDay(state: Unfinished, why: Html): Message {
  const days = (state.days ?? []).map(({ day }) => ({
    label: spokenDay(day),
    data: dayButton.data({ stamp: state.stamp, day }),
  }))
  return { text: joined([why, html`是哪一天？`]), buttons: [days, [wayBack(state)]] }
}

/** 12月5日是周六，不是周五。 */
export function otherWeekday({ day, weekday }: Extract<When, { reason: 'weekdayMismatch' }>): Html {
  const date = spokenDay(day).replace(/（.*/, '')
  return html`${date}是${spokenWeekday(weekdayOf(day))}，不是${spokenWeekday(weekday)}。`
}

function wayBack(state: Unfinished): Button {
  const { stamp } = state
  return isFinished(state)
    ? { label: '返回', data: backToCardButton.data({ stamp }) }
    : { label: '取消', data: dropButton.data({ stamp }) }
}

export interface CardFacts {
  state: Finished
  zone: Zone
  now: Date
  /** How many are expected that day. */
  expected: number
  answersDueAt: Date
  dayBeforeAt: Date
  sameDayAt: Date | undefined
  /** The month that has its regular training already. */
  secondIn: MonthKey | undefined
}

/** 请核对: everything as it will be, before anybody else hears of it. */
export function echo(facts: CardFacts): Message {
  return { text: joined([html`请核对`, ...outline(facts)]), buttons: echoButtons(facts.state) }
}

/** The same card when it was used: without buttons. */
export function usedEcho(facts: CardFacts): Message {
  return { text: joined(outline(facts)) }
}

function outline(facts: CardFacts): (Html | undefined)[] {
  const { state, zone, now } = facts
  const sketch = { ...state, kind: 'training', state: 'draft', place: state.place ?? '' } as const
  return [
    state.topic ? html`<b>集中培训｜${state.topic}</b>` : html`<b>集中培训</b>（主题未写）`,
    sessionLines(sketch, zone, now),
    html`👥 全体党员 ${facts.expected} 人`,
    facts.answersDueAt > now
      ? html`🙋 回执截止 ${spokenTime(facts.answersDueAt, zone, now)}`
      : undefined,
    reminders(facts),
    ...warnings(facts),
  ]
}

function reminders({ dayBeforeAt, sameDayAt, zone, now }: CardFacts): Html | undefined {
  const before = spokenTime(dayBeforeAt, zone, now).replace(/（.*）/, ' ')
  const parts = [
    dayBeforeAt > now ? `${before} 提醒未回执者` : '',
    sameDayAt && sameDayAt > now ? `当天 ${wallClock(sameDayAt, zone)} 提醒参加者` : '',
  ].filter(Boolean)
  return parts.length > 0 ? html`🔔 ${parts.join('；')}` : undefined
}

const assumed: Record<Doubt, string> = {
  dayAssumed: '没说哪一天，按最近的一天算',
  monthAssumed: '没说几月，按最近的一次算',
  yearAssumed: '没说哪一年，按还没到的那一次算',
  afternoonAssumed: '没说上午下午，按下午算',
}

function warnings({ state, zone, secondIn }: CardFacts): Html[] {
  const day = dayOn(state.startsAt, zone)
  const rest = isRestDay(day) ? [`${spokenDay(day)}是${restNamed(day)}`] : []
  const second = secondIn ? [`${spokenMonth(secondIn)}已经有一次集中培训，这次算加的一次`] : []
  const lines = [...state.doubts.map((doubt) => assumed[doubt]), ...rest, ...second]
  return lines.map((line) => html`⚠️ ${line}`)
}

function echoButtons({ stamp }: Finished): readonly (readonly Button[])[] {
  const change = (label: string, what: 'when' | 'place' | 'topic') => ({
    label,
    data: changeButton.data({ stamp, what }),
  })
  return [
    [{ label: '✅ 发布到群', data: publishButton.data({ stamp }), style: 'success' }],
    [change('改时间', 'when'), change('改地点', 'place')],
    [change('改主题', 'topic'), { label: '取消', data: dropButton.data({ stamp }) }],
  ]
}

/** Nothing is planned. */
export const dropped: Message = { text: html`好的，先不建了。` }

/** Why the press on 发布到群 did nothing. */
export function notAnnounced(reason: AnnounceRefusal['reason'], officeText: string): string {
  switch (reason) {
    case 'notAllowed':
      return officeText
    case 'past':
      return '开始时间已经过去了，请先改时间。'
    case 'noGroup':
      return '我现在不在支部的群里，没法发布。请先把我加进群。'
  }
}
