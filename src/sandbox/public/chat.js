// The middle: one chat with its head, its pinned line, its messages and its foot.

/** @import { Chat } from './api.js' */

import { block } from './actions.js'
import { avatarOf } from './avatar.js'
import { createFoot } from './chat-foot.js'
import { confirmed } from './dialog.js'
import { h, place } from './element.js'
import { icon } from './icons.js'
import { createLog } from './log.js'
import { createPinned } from './pinned.js'
import { openMenu } from './popover.js'
import { draws, openChat, state, visit } from './store.js'

export function createChat() {
  const head = h('header', { class: 'chat-head' })
  const empty = h('p', { class: 'chat-empty' }, h('span', {}, '选一个聊天开始'))
  const log = createLog()
  const foot = createFoot()
  place('chat').append(head, createPinned(log.show), log.element, empty, foot)
  let drawn = ''
  draws(() => {
    const chat = openChat()
    empty.hidden = Boolean(chat)
    for (const part of [head, log.element, foot]) part.hidden = !chat
    const sign = JSON.stringify([chat, state.screen?.blocked])
    if (!chat || sign === drawn) return
    drawn = sign
    head.replaceChildren(...headParts(chat))
  })
}

/** @param {Chat} chat */
function headParts(chat) {
  return [
    h(
      'button',
      {
        type: 'button',
        class: 'icon-button back',
        'aria-label': '回到聊天列表',
        onclick: () => visit(undefined),
      },
      icon('back'),
    ),
    avatarOf(chat.avatar, 'middle'),
    h('div', { class: 'chat-title' }, h('h1', {}, chat.title), h('small', {}, subtitle(chat))),
    ...(chat.kind === 'private' ? [chatMenuButton()] : []),
  ]
}

/** @param {Chat} chat */
function subtitle({ kind, memberCount }) {
  if (kind === 'private') return '机器人'
  return memberCount === undefined ? '群' : `${memberCount} 位成员`
}

function chatMenuButton() {
  const button = h(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': '这个聊天的更多操作',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      onclick: () => openMenu(button, '聊天', [blockItem()]),
    },
    icon('more'),
  )
  return button
}

function blockItem() {
  const isBlocked = Boolean(state.screen?.blocked)
  return {
    label: isBlocked ? '取消屏蔽' : '屏蔽机器人',
    before: icon('lock'),
    isDangerous: !isBlocked,
    pick: () => void (isBlocked ? block(false) : askAndBlock()),
  }
}

async function askAndBlock() {
  const sure = await confirmed({
    title: '屏蔽机器人',
    text: '屏蔽后，它不能再给您发私聊消息。随时可以取消。',
    yes: '屏蔽',
    isDangerous: true,
  })
  if (sure) await block(true)
}
