// The monthly rule, and the draft the clock makes from it.

import { type Html, html, joined } from '../../kernel/html.ts'
import type { Button, Message } from '../../kernel/message.ts'
import { type Day, dayOn, spokenDay, spokenTime, type Zone } from '../../kernel/time.ts'
import { spokenRule } from '../../kernel/when/rule.ts'
import { restNamed, sessionLines, sessionTitle, uncheckedMark } from '../../sessions/messages.ts'
import type { Session } from '../../sessions/rules.ts'
import { dropPlanButton, fillDraftButton, savePlanButton } from '../buttons.ts'

const example = '每月第一个周五 19:00 党群服务中心二楼'

export interface RuleSaid {
  cron: string
  place?: string | undefined
}

/** Asks for the rule, and says which one holds now. */
export function askPlan(stamp: number, current: RuleSaid | undefined): Message {
  return {
    text: joined([
      current ? html`现在的安排：${spoken(current)}` : undefined,
      html`集中培训一般在哪天？直接发一句话，例如`,
      html`${example}`,
    ]),
    buttons: [[{ label: '取消', data: dropPlanButton.data({ stamp }) }]],
  }
}

export type RuleTrouble = 'unreadable' | 'timeMissing' | 'notEveryMonth' | 'noText'

/** Asked again with an example, never guessed. */
export function planUnclear(
  stamp: number,
  trouble: { reason: RuleTrouble; piece: string },
): Message {
  return {
    text: joined([
      html`${troubles[trouble.reason](trouble.piece)}`,
      html`请换个说法再发一次，例如`,
      html`${example}`,
    ]),
    buttons: [[{ label: '取消', data: dropPlanButton.data({ stamp }) }]],
  }
}

const troubles: Record<RuleTrouble, (piece: string) => string> = {
  unreadable: (piece) => `没看懂“${piece}”是每月的哪一天。`,
  timeMissing: () => '还差几点开始。',
  notEveryMonth: (piece) => `不是每个月都有“${piece}”。`,
  noText: () => '这一步请发文字。',
}

export interface PlanFacts extends RuleSaid {
  stamp: number
  starts: readonly Date[]
  zone: Zone
  now: Date
}

/** 请核对: the rule and the next dates it gives. */
export function echoPlan({ stamp, starts, zone, now, ...rule }: PlanFacts): Message {
  return {
    text: joined([
      html`请核对`,
      html`<b>${spoken(rule)}</b>`,
      html`接下来三次：`,
      ...starts.map(
        (start) => html`🗓 ${spokenTime(start, zone, now)}${uncheckedMark(dayOn(start, zone))}`,
      ),
    ]),
    buttons: [
      [
        { label: '✅ 就这样', data: savePlanButton.data({ stamp }), style: 'success' },
        { label: '取消', data: dropPlanButton.data({ stamp }) },
      ],
    ],
  }
}

/** The rule holds, and the first draft is there. */
export function planSaved(startsAt: Date, zone: Zone, now: Date): Message {
  return {
    text: html`✅ 已安排。${spokenTime(startsAt, zone, now)}的草稿已备好，补充内容后由您发布。`,
  }
}

/** Nothing was changed. */
export const planDropped: Message = { text: html`好的，每月安排不变。` }

/** To the organiser: a draft is there; nothing is published by itself. */
export function draftMade(
  session: Session,
  { zone, now, movedFrom }: { zone: Zone; now: Date; movedFrom: Day | undefined },
): Message {
  return {
    text: joined([
      html`📚 ${sessionTitle(session, zone)}的草稿备好了，还没有发布。`,
      sessionLines(session, zone, now),
      movedFrom
        ? html`${spokenDay(movedFrom, dayOn(now, zone))}是${restNamed(movedFrom)}，先排在这一天。`
        : undefined,
      html`学什么由您定，核对后再发到群里。`,
    ]),
    buttons: [[fillButton(session)]],
  }
}

/** In November, to the secretary alone. */
export function holidaysMissing(year: number): Message {
  return {
    text: html`${year}年的放假安排还没有导入。排到那一年的日期先只避开周末和元旦，并标“未核对节假日”。
通知公布后，请管理员导入一次。`,
    silent: true,
  }
}

/** The same draft as a thing to do. */
export function draftWaits(
  session: Session,
  zone: Zone,
  now: Date,
): { line: Html; button: Button } {
  const when = spokenTime(session.startsAt, zone, now)
  return {
    line: html`${sessionTitle(session, zone)}还没发布（${when}）`,
    button: fillButton(session),
  }
}

function fillButton({ id }: Session): Button {
  return { label: '补充内容', data: fillDraftButton.data({ session: id }) }
}

function spoken({ cron, place }: RuleSaid): string {
  return place ? `${spokenRule(cron)}，${place}` : spokenRule(cron)
}
