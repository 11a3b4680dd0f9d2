// Somebody in one of their chats: who may act where, and on what.

import { Unable } from './asked.ts'
import { keysOf } from './at-input.ts'
import type { Player } from './cast.ts'
import type { AnyKey } from './reply-keyboard.ts'
import { privateRoom } from './rooms.ts'
import type { Seen, SeenButton } from './seen.ts'
import type { Stage } from './stage.ts'

/** A person in one of their chats. */
export interface Part {
  stage: Stage
  player: Player
  chat: number
}

/** The person of that number. Throws `Unable` for anybody one cannot be. */
export function personaNumbered({ cast }: Stage, id: number): Player {
  const found = cast.personas.find(({ person }) => person.id === id)
  if (!found) throw new Unable('没有这个人。', 404)
  return found
}

/** Throws `Unable` when the person has no such chat. */
export function partIn(stage: Stage, as: number, chat: number): Part {
  const player = personaNumbered(stage, as)
  const { bot } = stage.world
  const isTheirs = chat === bot.id || player.person.chats().some(({ id }) => id === chat)
  if (!isTheirs) throw new Unable('这个聊天不在您的列表里。', 403)
  return { stage, player, chat }
}

/** The same part, if the person can write there now. */
export function writing(part: Part): Part {
  const { stage, player, chat } = part
  if (chat !== stage.world.bot.id) return part
  const { started, blocked } = privateRoom(stage.world.state, stage.world.bot, player.person.user)
  if (blocked) throw new Unable('您已停用支部小助手，先恢复再发。')
  if (!started) throw new Unable('请先点“开始”。')
  return part
}

export function messageIn({ player, chat }: Part, id: number): Seen {
  const found = player.person.sees(chat).find((message) => message.id === id)
  if (!found) throw new Unable('这条消息已经不在了。', 404)
  return found
}

export function keyIn({ player, chat }: Part, row: number, column: number): AnyKey {
  const at = player.person.atInput(chat)
  const found = at && keysOf(at)[row]?.[column]
  if (!found) throw new Unable('这个按钮已经变了。', 404)
  return found
}

export function buttonIn(message: Seen, row: number, column: number): SeenButton {
  const found = message.buttons[row]?.[column]
  if (!found) throw new Unable('这个按钮已经变了。', 404)
  return found
}
