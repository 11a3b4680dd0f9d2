// /status: what the bot may do in the group, and how its letters stand.

import { type Html, html, joined } from '../../kernel/html.ts'
import type { Message } from '../../kernel/message.ts'
import { deskButton } from '../buttons.ts'

export interface Status {
  branch: string
  retired: boolean
  group?: {
    title: string
    isHere: boolean
    isAdmin: boolean
    mayPost: boolean
    mayPin: boolean
    inTopic: boolean
    /** When something was last posted there, as it is said. */
    lastPost?: string
  }
  claimed: number
  total: number
  unreachable: number
  waiting: number
  failed: number
}

export function statusPage(status: Status): Message {
  const { branch, retired, group, claimed, total, unreachable } = status
  return {
    text: joined([
      html`<b>${branch}：群与权限</b>${retired ? '（已停用）' : ''}`,
      ...(group ? groupLines(group) : [html`还没有群。把我拉进支部的群就行。`]),
      html`名册：已认领 ${claimed}/${total}，联系不上 ${unreachable} 位。看名册：/members`,
      lettersLine(status),
    ]),
    buttons: [[{ label: '设置', data: deskButton.data({ page: 'settings' }) }]],
  }
}

function groupLines(group: NonNullable<Status['group']>): Html[] {
  const { title, isHere, mayPost, inTopic, lastPost } = group
  if (!isHere) {
    return [html`群：“${title}”——我现在不在群里。重新拉我进群，一切照旧接着来。`]
  }
  return [
    html`群：“${title}”，在群里 ✅`,
    mayPost
      ? html`· 能发消息`
      : html`· 不能发消息：请群管理员打开我的“发送消息”权限，否则卡片发不出去`,
    adminLine(group),
    inTopic ? html`· 消息发在开通时的那个话题里` : html`· 消息发在群里（开通时没有用话题）`,
    html`· 最近一次在群里发消息：${lastPost ?? '90 天内没有'}`,
  ]
}

function adminLine({ isAdmin, mayPin }: NonNullable<Status['group']>): Html {
  if (!isAdmin) {
    return html`· 不是管理员，这样就够用：看不到大家的聊天，只收到命令和按钮；要置顶请群里的同志长按卡片`
  }
  const pins = mayPin ? '能置顶消息' : '不能置顶消息'
  return html`· 是管理员：Telegram 会把群里所有消息发给我，我不保存聊天内容；${pins}。平时用不着，可以改回普通成员`
}

function lettersLine({ waiting, failed }: Status): Html {
  const now = waiting === 0 ? '没有积压' : `还有 ${waiting} 条在排队`
  const lost = failed === 0 ? '' : `；近 30 天有 ${failed} 条没发出去`
  return html`发送：${now}${lost}`
}
