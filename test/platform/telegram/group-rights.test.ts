// What Telegram says the bot may do in a group, as the doors hear it.

import type { ChatMember } from 'grammy/types'
import { expect, test } from 'vitest'
import type { GroupChange } from '../../../src/platform/telegram/door.ts'
import { openLine } from './line.ts'

const user = { id: 1, is_bot: true, first_name: '线' }
const restricted = {
  status: 'restricted',
  user,
  is_member: true,
  can_send_messages: false,
  until_date: 0,
} as ChatMember

test.each<[string, Partial<ChatMember>, object]>([
  ['a member', { status: 'member' }, { isAdmin: false, mayPost: true, mayPin: false }],
  ['a silenced member', restricted, { isAdmin: false, mayPost: false, mayPin: false }],
  [
    'a member with limits who may write',
    { ...restricted, can_send_messages: true } as ChatMember,
    { isAdmin: false, mayPost: true, mayPin: false },
  ],
  [
    'an administrator who may pin',
    { status: 'administrator', can_pin_messages: true } as ChatMember,
    { isAdmin: true, mayPost: true, mayPin: true },
  ],
  [
    'an administrator who may not',
    { status: 'administrator', can_pin_messages: false } as ChatMember,
    { isAdmin: true, mayPost: true, mayPin: false },
  ],
])('%s', async (_who, member, rights) => {
  const heard = await changesAfter({ ...member, user } as ChatMember)
  expect(heard).toEqual([{ kind: 'added', title: '青砖里', ...rights }])
})

test.each<[string, Partial<ChatMember>]>([
  ['left', { status: 'left' }],
  ['thrown out', { status: 'kicked' } as ChatMember],
  ['restricted and no longer there', { ...restricted, is_member: false } as ChatMember],
])('%s, the bot is gone', async (_how, member) => {
  expect(await changesAfter({ ...member, user } as ChatMember)).toEqual([{ kind: 'removed' }])
})

async function changesAfter(member: ChatMember): Promise<GroupChange[]> {
  const heard: GroupChange[] = []
  const line = await openLine([
    {
      kind: 'group',
      run({ data }) {
        heard.push(data)
        return {}
      },
    },
  ])
  const person = line.world.person({ firstName: '陈敏' })
  const [bot] = line.world.state.bots
  bot?.updates.add('my_chat_member', {
    chat: { id: -1_001_234, type: 'supergroup', title: '青砖里' },
    from: person.user,
    date: 1_795_000_000,
    old_chat_member: { status: 'left', user },
    new_chat_member: member,
  })
  await line.settle()
  return heard
}
