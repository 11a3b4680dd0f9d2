// Words for standings and offices; the roster as the secretary sees it.

import { html, joined } from '../kernel/html.ts'
import type { OrganisationId } from '../kernel/ids.ts'
import type { Message } from '../kernel/message.ts'
import type { Office } from '../kernel/roles.ts'
import { updateRosterButton } from './buttons/importing.ts'
import { officesButton } from './buttons/offices.ts'
import { partyGroupsButton } from './buttons/party-groups.ts'
import { addButton, browseButton } from './buttons/person.ts'
import type { ExemptionKind, Reach, Standing } from './rules.ts'

export const spokenStanding: Record<Standing, string> = {
  full: '正式党员',
  probationary: '预备党员',
  candidate: '发展对象',
  activist: '入党积极分子',
  applicant: '入党申请人',
  nonMember: '群众',
}

export const spokenOffice: Record<Office, string> = {
  secretary: '书记',
  deputySecretary: '副书记',
  organiser: '组织委员',
  publicist: '宣传委员',
  disciplineOfficer: '纪检委员',
  groupLeader: '党小组长',
  overseer: '上级观察员',
}

export const spokenExemption: Record<ExemptionKind, string> = {
  frail: '年老体弱',
  sick: '长期病休',
  abroad: '出国（境）',
  maternity: '产假',
  away: '外出流动',
  other: '其他',
}

export const spokenReach: Record<Exclude<Reach, 'reachable'>, string> = {
  neverStarted: '还没点“开始”',
  blocked: '停用了小助手',
}

/** One message holds this many names; the rest are found one by one. */
const mostNames = 40

const greeting =
  '您好，请在支部群里点一下“认领身份”，约 20 秒。认领后报名、签到都是点一下的事；不方便用也没关系，告诉我一声，我来登记。'

export interface RosterState {
  id: OrganisationId
  branch: string
  claimed: number
  total: number
  exempt: number
  /** Who had themselves forgotten: nobody asks them to claim. */
  erased: number
  /** Whose membership is in another branch. */
  received: number
  /** Names in roster order. */
  unclaimed: readonly string[]
  unreachable: readonly { name: string; reach: Exclude<Reach, 'reachable'> }[]
}

/** /members: how far claiming is, and whom to greet by hand. */
export function rosterState(state: RosterState): Message {
  const { id, branch, claimed, total, exempt, erased, received, unclaimed, unreachable } = state
  const waiting = unclaimed.length > 0 || unreachable.length > 0
  return {
    text: joined([
      html`<b>${branch}</b>名册`,
      total > 0
        ? html`已认领 <b>${claimed}/${total}</b>`
        : html`还没有名单。点“更新名册”发一份，或“添加一位”。`,
      unclaimed.length > 0
        ? html`还没认领（${unclaimed.length} 人）：${someOf(unclaimed)}`
        : undefined,
      ...unreachable
        .slice(0, mostNames)
        .map(({ name, reach }) => html`联系不上：${name}（${spokenReach[reach]}）`),
      erased > 0 ? html`已申请删除个人资料 ${erased} 人` : undefined,
      exempt > 0 ? html`免到 ${exempt} 人` : undefined,
      received > 0 ? html`流入党员 ${received} 人，在原支部表决` : undefined,
      waiting ? html`可以当面或电话说一声；不用机器人的同志，点名也一样记。` : undefined,
    ]),
    buttons: [
      [
        { label: '🔍 逐个看', data: browseButton.data({ branch: id, whom: 'there' }) },
        { label: '📥 更新名册', data: updateRosterButton.data({ branch: id }) },
      ],
      [
        { label: '👥 党小组', data: partyGroupsButton.data({ branch: id }) },
        { label: '🪪 职务', data: officesButton.data({ branch: id }) },
      ],
      [
        { label: '➕ 添加一位', data: addButton.data({ branch: id }) },
        ...(waiting ? [{ label: '复制一段问候', copy: greeting }] : []),
      ],
    ],
  }
}

function someOf(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).join('、')
  return names.length > mostNames ? `${shown} 等` : shown
}

export const onlySecretarySeesRoster: Message = {
  text: html`名册是书记用的功能。需要的话请联系本支部书记。`,
}

/** Somebody cannot be written to any more. */
export function unreachableNow(name: string, reach: Exclude<Reach, 'reachable'>): Message {
  return {
    text: html`${name}同志现在收不到我的私信（${spokenReach[reach]}）。有事请您当面或电话说一声。看名册：/members`,
  }
}
