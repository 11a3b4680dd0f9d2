// The steps of the opening after the roster: founder, monthly rule, organiser, done.

import { type Html, html, joined } from '../../kernel/html.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Button, Message } from '../../kernel/message.ts'
import { newTrainingButton } from '../../training/buttons.ts'
import {
  agreeButton,
  endButton,
  noOrganiserButton,
  notListedButton,
  ruleButton,
} from '../buttons.ts'
import { offeredRules } from '../rules.ts'

export const whoOfThem: Html = html`名册里哪位是您？`

export function notListedRow(branch: OrganisationId): readonly Button[] {
  return [{ label: '名册里没有我', data: notListedButton.data({ branch }) }]
}

export function recognised(name: string): Html {
  return html`✅ 您是${name}同志`
}

export const notListed: Html = html`✅ 好的，您只管理，不计入名册`

export function rulePlease(branch: OrganisationId): Message {
  const rule = (label: string, rule: 'friday' | 'fifth' | 'type' | 'later') => [
    { label, data: ruleButton.data({ branch, rule }) },
  ]
  return {
    text: html`<b>3/3 每月安排</b>
集中培训一般在哪天？`,
    buttons: [
      rule(offeredRules.friday, 'friday'),
      rule(offeredRules.fifth, 'fifth'),
      rule('我来输入', 'type'),
      rule('每次临时定', 'later'),
    ],
  }
}

export const typeRule: Message = {
  text: html`请发送每月的日子和时间，例如：每月第二个周五 19:00 党群服务中心二楼`,
}

export function ruleUnread(piece: string): Message {
  return {
    text: html`没看懂“${piece}”。可以这样写：${offeredRules.friday}，或 ${offeredRules.fifth}`,
  }
}

export const ruleWithoutTime: Message = {
  text: html`几点开始？请连日子一起发，例如：${offeredRules.friday}`,
}

export function notEveryMonth(piece: string): Message {
  return {
    text: html`不是每个月都有“${piece}”。可以写 1 到 28 日，或第一到第四个、最后一个周几，例如：每月最后一个周五 19:00`,
  }
}

export function planned(spoken: string, next: string): Html {
  return html`✅ 集中培训：${spoken}，下一次 ${next}`
}

export const decidedEachTime: Html = html`✅ 集中培训每次临时定`

export function defaultsPlease(branch: OrganisationId): Message {
  return {
    text: html`默认规则：学习体会每月底前交；提醒每人每件事最多两次，只提醒还没办的人；21:00–次日8:30 免打扰；群里不公布缺席和未交名单。`,
    buttons: [[{ label: '就这样', data: agreeButton.data({ branch }), style: 'success' }]],
  }
}

export const organiserPlease: Html = html`请选一位组织委员（发通知、批请假、点名），本人答应后就任。没有的话由您兼着。`

export function skipOrganiserRow(branch: OrganisationId): readonly Button[] {
  return [{ label: '先跳过', data: noOrganiserButton.data({ branch }) }]
}

/** The end, and what could be next. */
export function opened(facts: {
  branch: OrganisationId
  /** Who is asked to be the organiser. */
  organiser: { name: string; isLinked: boolean } | undefined
  /** The month of the training that is drafted already. */
  month: string | undefined
}): Message {
  const { branch, organiser, month } = facts
  const label = month ? `➕ 新建 ${month}培训` : '➕ 新建集中培训'
  return {
    text: joined([
      html`🎉 开通完成。群里已放好“认领身份”卡片。`,
      organiser
        ? html`已请${organiser.name}同志担任组织委员，${organiser.isLinked ? '等本人答复' : '认领身份时一并答复'}。`
        : undefined,
      html`接下来可以：`,
    ]),
    buttons: [
      [{ label, data: newTrainingButton.data({ branch }) }],
      [{ label: '完成', data: endButton.data({}) }],
    ],
  }
}

/** What stays of it. */
export const ended: Message = {
  text: html`🎉 开通完成。谁认领了、谁还没有，发 /members 看；要办的事，发 /help 看。`,
}
