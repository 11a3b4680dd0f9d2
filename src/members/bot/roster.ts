// Doors of the roster: /members, who can be reached, and the news that a group is lost.

import { may } from '../../kernel/who.ts'
import { branchById, groupByChat } from '../../organisation/store.ts'
import {
  command,
  type Door,
  type GroupChange,
  type Reply,
  type Turn,
} from '../../platform/telegram/door.ts'
import { noteReach, tellGroupLost } from '../actions.ts'
import { onlySecretarySeesRoster, rosterState } from '../messages.ts'
import { rosterNow } from '../store.ts'

export const rosterDoors: readonly Door[] = [
  command('members', {
    describes: '党员名册',
    words: ['名册'],
    needs: 'roster.manage',
    run: shownRoster,
  }),
  { kind: 'reach', run: noteReach },
  { kind: 'group', run: heardOfGroup },
]

function shownRoster({ w, who }: Turn<unknown>): Reply {
  const branch = who.branch === undefined ? undefined : branchById(w, who.branch)
  if (!branch || !may(who, 'roster.manage', branch.id)) return { show: [onlySecretarySeesRoster] }
  const roster = rosterNow(w, branch.id)
  const unclaimed = roster.filter(({ account }) => account === undefined)
  const unreachable = roster.flatMap(({ name, reach }) =>
    reach === undefined || reach === 'reachable' ? [] : [{ name, reach }],
  )
  const message = rosterState({
    branch: branch.name,
    claimed: roster.length - unclaimed.length,
    total: roster.length,
    unclaimed: unclaimed.map(({ name }) => name),
    unreachable,
  })
  return { show: [message] }
}

function heardOfGroup({ w, who, data: change }: Turn<GroupChange>): Reply {
  const { chat } = who.place
  const leftNow = groupByChat(w, chat)?.leftAt?.getTime() === w.now.getTime()
  if (change.kind === 'removed' && leftNow) tellGroupLost(w, chat)
  return {}
}
