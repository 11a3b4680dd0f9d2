// The door for what happens to groups: the bot comes, goes, or the group gets another name.

import type { Door, GroupChange, Reply, Turn } from '../platform/telegram/door.ts'
import { noteGroup, noteGroupLeft } from './actions.ts'

export const organisationDoors: readonly Door[] = [{ kind: 'group', run: noted }]

function noted({ w, who, data: change }: Turn<GroupChange>): Reply {
  const { chat } = who.place
  if (change.kind === 'removed') noteGroupLeft(w, chat)
  else if (change.kind === 'renamed') noteGroup(w, { chat, title: change.title })
  else noteGroup(w, { chat, title: change.title, rights: change })
  return {}
}
