// What people do on the page: say, change, press, start, block; and what is done for them.

import { type Body, numberIn, textIn, Unable } from './asked.ts'
import { isStartPayload } from './limits.ts'
import { buttonIn, keyIn, messageIn, type Part, partIn, personaNumbered, writing } from './part.ts'
import type { Playground } from './playground.ts'
import { pressed } from './pressed.ts'

type Deed = (playground: Playground, body: Body) => Promise<object> | object

const longestText = 4_096

/** By the name of their route; what they give is added to the answer. */
export const deeds: Readonly<Record<string, Deed>> = {
  say(playground, body) {
    const { player, chat } = writing(partAsked(playground, body))
    const replyTo = body.replyTo === undefined ? undefined : numberIn(body, 'replyTo')
    player.person.says(chat, textAsked(body), replyTo === undefined ? {} : { replyTo })
    return {}
  },

  edit(playground, body) {
    const part = partAsked(playground, body)
    const message = messageIn(part, numberIn(body, 'message'))
    const isOwnText = message.from.id === part.player.person.id && message.message.text
    if (!isOwnText) throw new Unable('只能修改自己发的文字。')
    part.player.person.edits(message, textAsked(body))
    return {}
  },

  press(playground, body) {
    const part = partAsked(playground, body)
    const message = messageIn(part, numberIn(body, 'message'))
    const place = (body.button ?? {}) as Body
    const button = buttonIn(message, numberIn(place, 'row'), numberIn(place, 'column'))
    const late = (toast: object) => playground.news.tell(part.player.person.id, 'toast', toast)
    return pressed(part, { message, button, late })
  },

  key(playground, body) {
    const part = writing(partAsked(playground, body))
    const { text } = keyIn(part, numberIn(body, 'row'), numberIn(body, 'column'))
    part.player.person.pressesKey(part.chat, text)
    return {}
  },

  start(playground, body) {
    const payload = body.payload === undefined ? undefined : textIn(body, 'payload')
    if (payload !== undefined && !isStartPayload(payload)) throw new Unable('这个链接不完整。')
    personaNumbered(playground.stage, numberIn(body, 'as')).person.opens(payload)
    return {}
  },

  block(playground, body) {
    const { bot } = playground.stage.world
    const { person } = personaNumbered(playground.stage, numberIn(body, 'as'))
    if (body.blocked === true) person.blocks(bot)
    else person.unblocks(bot)
    return {}
  },

  async clock(playground, body) {
    return { now: await playground.moveClock(textIn(body, 'to')) }
  },

  async others(playground) {
    return { did: await playground.letOthersAct() }
  },

  async reset(playground, body) {
    const { scene } = body
    if (scene !== 'blank' && scene !== 'month') throw new Unable('没有这个场景。')
    await playground.reset(scene)
    return {}
  },
}

function partAsked(playground: Playground, body: Body): Part {
  return partIn(playground.stage, numberIn(body, 'as'), numberIn(body, 'chat'))
}

function textAsked(body: Body): string {
  const text = textIn(body, 'text')
  if (text.trim() === '') throw new Unable('请先输入内容。')
  if (text.length > longestText) throw new Unable('太长了，一条消息最多 4096 个字。')
  return text
}
