// Doors of the roster: /members, and who can be reached.

import { plain } from '../../kernel/html.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import type { Work } from '../../platform/store/work.ts'
import { button, command, type Door, type Reply, type Turn } from '../../platform/telegram/door.ts'
import { closeForm } from '../../platform/telegram/form.ts'
import { type Kept, keptBy } from '../actions/managing.ts'
import { noteReach } from '../actions.ts'
import { rosterButton } from '../buttons/person.ts'
import { onlySecretarySeesRoster, rosterState } from '../messages.ts'
import { rosterNow } from '../store.ts'

export const rosterDoors: readonly Door[] = [
  command('members', {
    describes: '党员名册',
    words: ['名册'],
    needs: 'roster.manage',
    run: shownRoster,
  }),
  button(rosterButton, backToRoster),
  { kind: 'reach', run: noteReach },
]

function shownRoster({ w, who }: Turn<unknown>): Reply {
  const kept = keptBy(w, who, who.branch)
  return { show: [kept ? stateOf(w, kept) : onlySecretarySeesRoster] }
}

function backToRoster({ w, who, data }: Turn<{ branch: OrganisationId }>): Reply {
  const kept = keptBy(w, who, data.branch)
  if (!kept) return { alert: plain(onlySecretarySeesRoster.text) }
  closeForm(w, who.account)
  return { edit: stateOf(w, kept) }
}

function stateOf(w: Work, { branch }: Kept): Message {
  const roster = rosterNow(w, branch.id)
  const erased = roster.filter(({ erasedAt }) => erasedAt)
  const claimed = roster.filter(({ account }) => account !== undefined)
  const unclaimed = roster.filter((one) => one.account === undefined && !one.erasedAt)
  const unreachable = roster.flatMap(({ name, reach }) =>
    reach === undefined || reach === 'reachable' ? [] : [{ name, reach }],
  )
  return rosterState({
    id: branch.id,
    branch: branch.name,
    claimed: claimed.length,
    total: roster.length,
    exempt: roster.filter(({ exemption }) => exemption).length,
    erased: erased.length,
    received: roster.filter(({ kind }) => kind === 'receiving').length,
    unclaimed: unclaimed.map(({ name }) => name),
    unreachable,
  })
}
