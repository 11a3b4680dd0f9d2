// Party groups as those who keep the roster see them.

import { html, joined } from '../../kernel/html.ts'
import type { OrganisationId, PartyGroupId } from '../../kernel/ids.ts'
import type { Button, Message } from '../../kernel/message.ts'
import type { NamingRefusal } from '../actions/party-group.ts'
import {
  joinPartyGroupButton,
  newPartyGroupButton,
  partyGroupButton,
  partyGroupsButton,
  renamePartyGroupButton,
} from '../buttons/party-groups.ts'
import { rosterButton } from '../buttons/person.ts'

export interface GroupFacts {
  id: PartyGroupId
  name: string
  leader?: string
  /** Names in roster order. */
  members: readonly string[]
}

/** All party groups with how many are in each, and who leads it. */
export function partyGroupList(
  branch: OrganisationId,
  groups: readonly GroupFacts[],
  inNone: number,
): Message {
  const buttons: Button[] = groups.map(({ id, name }) => ({
    label: name,
    data: partyGroupButton.data({ branch, group: id }),
  }))
  const count = Math.ceil(buttons.length / 2)
  const rows = Array.from({ length: count }, (_, at) => buttons.slice(at * 2, at * 2 + 2))
  return {
    text: joined([
      groups.length > 0 ? html`<b>党小组</b>（${groups.length} 个）` : html`还没有党小组。`,
      ...groups.map(
        (group) => html`${group.name}：${group.members.length} 人，${spokenLeader(group)}`,
      ),
      groups.length > 0 && inNone > 0 ? html`还没有编组：${inNone} 人` : undefined,
    ]),
    buttons: [
      ...rows,
      [
        { label: '➕ 新建党小组', data: newPartyGroupButton.data({ branch }) },
        { label: '◀ 名册', data: rosterButton.data({ branch }) },
      ],
    ],
  }
}

export function partyGroupCard(branch: OrganisationId, facts: GroupFacts): Message {
  const one = { branch, group: facts.id }
  return {
    text: joined([
      html`<b>${facts.name}</b>（${facts.members.length} 人）`,
      html`${spokenLeader(facts)}`,
      facts.members.length > 0 ? html`${facts.members.join('、')}` : undefined,
    ]),
    buttons: [
      [
        { label: '加入同志', data: joinPartyGroupButton.data(one) },
        { label: '改名', data: renamePartyGroupButton.data(one) },
      ],
      [{ label: '◀ 党小组', data: partyGroupsButton.data({ branch }) }],
    ],
  }
}

function spokenLeader({ leader }: GroupFacts): string {
  return leader ? `组长${leader}` : '还没有组长'
}

export function askGroupName(branch: OrganisationId, before?: string): Message {
  return {
    text: before
      ? html`“${before}”改叫什么？旧签到表上的名称不变。`
      : html`新党小组叫什么？例如：第一党小组。`,
    buttons: [[{ label: '返回', data: partyGroupsButton.data({ branch }) }]],
  }
}

export function groupNamed(
  branch: OrganisationId,
  { group, name, before }: { group: PartyGroupId; name: string; before?: string },
): Message {
  const one = { branch, group }
  const other = before
    ? { label: '再改', data: renamePartyGroupButton.data(one) }
    : { label: '加入同志', data: joinPartyGroupButton.data(one) }
  return {
    text: before ? html`✅ “${before}”已改名为“${name}”。` : html`✅ 已新建“${name}”。`,
    buttons: [[other, { label: '◀ 党小组', data: partyGroupsButton.data({ branch }) }]],
  }
}

export function groupNotNamed(refusal: NamingRefusal): Message {
  switch (refusal.reason) {
    case 'notAllowed':
      return { text: html`名册由本支部书记管理。` }
    case 'gone':
      return { text: html`这个党小组已经没有了。看名册：/members` }
    case 'noName':
      return { text: html`没读出名称。请发一行文字，例如：第一党小组。` }
    case 'taken':
      return { text: html`已经有“${refusal.name}”了，请换个名称。` }
  }
}
