// Doors of party groups: the list, one group, a name, who joins.

import { html } from '../../kernel/html.ts'
import type { OrganisationId, PartyGroupId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/store/work.ts'
import { button, type Door, formStep, type Reply, type Turn } from '../../platform/telegram/door.ts'
import { closeForm, keepForm } from '../../platform/telegram/form.ts'
import { keptBy } from '../actions/managing.ts'
import { namePartyGroup } from '../actions/party-group.ts'
import { personPicker } from '../actions/picking.ts'
import {
  joinPartyGroupButton,
  newPartyGroupButton,
  partyGroupButton,
  partyGroupForm,
  partyGroupsButton,
  renamePartyGroupButton,
} from '../buttons/party-groups.ts'
import { valueButton } from '../buttons/person.ts'
import * as say from '../messages/party-group.ts'
import { changeRefused } from '../messages/person-receipt.ts'
import { leadersNow, partyGroupsOf } from '../store/party-groups.ts'
import { rosterNow } from '../store.ts'

type Visit = Pick<Turn<unknown>, 'w' | 'who'>
type One = { branch: OrganisationId; group: PartyGroupId }

/** Who is not in the group and could be. */
const joiner = personPicker({
  tag: 'pg.pk',
  people: ({ w, who }, { branch, object }) =>
    keptBy(w, who, branch) &&
    rosterNow(w, branch).filter(({ partyGroup }) => partyGroup?.id !== object),
  question: ({ w }, { branch, object }) => {
    const name = partyGroupsOf(w, branch).find(({ id }) => id === object)?.name
    return html`谁加入${name ?? '党小组'}？`
  },
  chosen: ({ branch, object }, person) =>
    valueButton.data({ branch, person, what: 'group', value: String(object) }),
  label: ({ name, partyGroup }) => (partyGroup ? `${name}（${partyGroup.name}）` : name),
  extra: ({ branch }) => [[{ label: '◀ 党小组', data: partyGroupsButton.data({ branch }) }]],
})

export const partyGroupDoors: readonly Door[] = [
  button(partyGroupsButton, ({ w, who, data: { branch } }) =>
    ifKept({ w, who }, branch, () => {
      closeForm(w, who.account)
      return { edit: listOf(w, branch) }
    }),
  ),
  button(partyGroupButton, ({ w, who, data }) =>
    ifGroup({ w, who }, data, (facts) => ({ edit: say.partyGroupCard(data.branch, facts) })),
  ),
  button(newPartyGroupButton, ({ w, who, data: { branch } }) =>
    ifKept({ w, who }, branch, () => {
      keepForm(w, who.account, partyGroupForm, { branch })
      return { edit: say.askGroupName(branch) }
    }),
  ),
  button(renamePartyGroupButton, ({ w, who, data }) =>
    ifGroup({ w, who }, data, ({ name }) => {
      keepForm(w, who.account, partyGroupForm, data)
      return { edit: say.askGroupName(data.branch, name) }
    }),
  ),
  formStep(partyGroupForm, named),
  button(joinPartyGroupButton, ({ w, who, data }) =>
    ifGroup({ w, who }, data, () => ({
      edit: joiner.ask({ w, who }, { branch: data.branch, object: data.group }),
    })),
  ),
  ...joiner.doors,
]

function ifKept({ w, who }: Visit, branch: OrganisationId, reply: () => Reply): Reply {
  return keptBy(w, who, branch) ? reply() : { alert: changeRefused({ reason: 'notAllowed' }, '') }
}

function ifGroup(visit: Visit, one: One, reply: (facts: say.GroupFacts) => Reply): Reply {
  return ifKept(visit, one.branch, () => {
    const facts = groupsOf(visit.w, one.branch).find(({ id }) => id === one.group)
    return facts ? reply(facts) : { alert: changeRefused({ reason: 'gone' }, '') }
  })
}

function named({
  w,
  who,
  data,
  said,
}: Turn<{ branch: OrganisationId; group?: PartyGroupId | undefined }>): Reply {
  const text = said.kind === 'text' ? said.text : ''
  const outcome = namePartyGroup(w, who, { ...data, text })
  if (!outcome.ok) return { show: [say.groupNotNamed(outcome)] }
  closeForm(w, who.account)
  return { show: [say.groupNamed(data.branch, outcome)] }
}

function listOf(w: Work, branch: OrganisationId) {
  const inNone = rosterNow(w, branch).filter(({ partyGroup }) => !partyGroup).length
  return say.partyGroupList(branch, groupsOf(w, branch), inNone)
}

function groupsOf(w: Work, branch: OrganisationId): say.GroupFacts[] {
  const roster = rosterNow(w, branch)
  const leaders = leadersNow(w, branch)
  return partyGroupsOf(w, branch).map(({ id, name }) => {
    const leader = leaders.get(id)
    const members = roster.filter(({ partyGroup }) => partyGroup?.id === id)
    return { id, name, members: members.map((one) => one.name), ...(leader && { leader }) }
  })
}
