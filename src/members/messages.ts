// Words for standings and offices; the roster as the secretary sees it; the latest claims.

import { html, joined } from '../kernel/html.ts'
import type { Message } from '../kernel/message.ts'
import type { Office } from '../kernel/roles.ts'
import type { Reach, Standing } from './rules.ts'

export const spokenStanding: Record<Standing, string> = {
  full: '正式党员',
  probationary: '预备党员',
  candidate: '发展对象',
  activist: '入党积极分子',
  applicant: '入党申请人',
}

export const spokenOffice: Record<Office, string> = {
  secretary: '书记',
  deputySecretary: '副书记',
  organiser: '组织委员',
  publicist: '宣传委员',
  disciplineOfficer: '纪检委员',
  groupLeader: '党小组长',
}

const spokenReach: Record<Exclude<Reach, 'reachable'>, string> = {
  neverStarted: '还没点“开始”',
  blocked: '停用了小助手',
}

const greeting =
  '您好，请在支部群里点一下“认领身份”，约 20 秒。认领后报名、签到都是点一下的事；不方便用也没关系，告诉我一声，我来登记。'

export interface RosterState {
  branch: string
  claimed: number
  total: number
  /** Names in roster order. */
  unclaimed: readonly string[]
  unreachable: readonly { name: string; reach: Exclude<Reach, 'reachable'> }[]
}

/** /members: how far claiming is, and whom to greet by hand. */
export function rosterState(state: RosterState): Message {
  const { branch, claimed, total, unclaimed, unreachable } = state
  const waiting = unclaimed.length > 0 || unreachable.length > 0
  return {
    text: joined([
      html`<b>${branch}</b>名册`,
      html`已认领 <b>${claimed}/${total}</b>`,
      unclaimed.length > 0
        ? html`还没认领（${unclaimed.length} 人）：${unclaimed.join('、')}`
        : undefined,
      ...unreachable.map(({ name, reach }) => html`联系不上：${name}（${spokenReach[reach]}）`),
      waiting ? html`可以当面或电话说一声；不用机器人的同志，点名也一样记。` : undefined,
    ]),
    ...(waiting && { buttons: [[{ label: '复制一段问候', copy: greeting }]] }),
  }
}

export const onlySecretarySeesRoster: Message = {
  text: html`名册是书记用的功能。需要的话请联系本支部书记。`,
}

export interface ClaimsMade {
  /** Whether all of them were made today. */
  allToday: boolean
  added: number
  claimed: number
  total: number
}

/** The latest claims in one line, instead of a message each. */
export function claimsMade({ allToday, added, claimed, total }: ClaimsMade): Message {
  const since = allToday ? '今天' : '又有'
  return {
    text: html`${since} ${added} 位同志完成认领（${claimed - added}→${claimed}/${total}）。看名册：/members`,
    silent: true,
  }
}

/** Somebody cannot be written to any more. */
export function unreachableNow(name: string, reach: Exclude<Reach, 'reachable'>): Message {
  return {
    text: html`${name}同志现在收不到我的私信（${spokenReach[reach]}）。有事请您当面或电话说一声。看名册：/members`,
  }
}

/** The bot is no longer in the branch's group. */
export function groupLost(title: string): Message {
  return { text: html`我已离开群“${title}”。资料还在，重新拉我进群即可继续。` }
}
