// Who may pin and unpin.

import { badRequest } from '../refusal.ts'
import { memberOf } from '../rooms.ts'
import type { Bot, Room } from '../state.ts'

export function checkMayPin(room: Room, bot: Bot): void {
  if (room.kind === 'private' || memberOf(room, bot.id)?.canPin) return
  throw badRequest('not enough rights to manage pinned messages in the chat')
}
