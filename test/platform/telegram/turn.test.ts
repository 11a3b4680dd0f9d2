// One update, one transaction, one answer: also when it comes twice or the handler is broken.

import { describe, expect, test } from 'vitest'
import { html } from '../../../src/kernel/html.ts'
import { privateChat } from '../../../src/kernel/ids.ts'
import { enqueue } from '../../../src/platform/outbox/outbox.ts'
import { callback } from '../../../src/platform/telegram/callback.ts'
import { button, cardButton, command, type Door } from '../../../src/platform/telegram/door.ts'
import { ask } from '../../../src/sandbox/presses.ts'
import { heardBy, openLine } from './line.ts'

const tapButton = callback('tap', {})
const breakButton = callback('break', {})
const longButton = callback('long', {})
const cardTapButton = callback('card', {})

const canary = '机密内容'

const doors: readonly Door[] = [
  command('start', {
    describes: '开始',
    words: [],
    run: () => ({
      show: [
        {
          text: html`好`,
          buttons: [
            [
              { label: '点', data: tapButton.data({}) },
              { label: '坏', data: breakButton.data({}) },
              { label: '长', data: longButton.data({}) },
            ],
          ],
        },
      ],
    }),
  }),
  command('broken', {
    describes: '坏的',
    words: ['坏'],
    run({ w, who }) {
      enqueue(w, { chat: privateChat(who.account), message: { text: html`不该收到` } })
      throw new Error(`cannot do "${canary}"`)
    },
  }),
  button(tapButton, () => ({
    toast: '点到了',
    edit: { text: html`点过了` },
    show: [{ text: html`记下一次` }],
  })),
  button(breakButton, () => {
    throw new Error('broken button')
  }),
  button(longButton, () => ({ alert: `${'长'.repeat(198)}👍👍` })),
  cardButton(cardTapButton, () => ({ toast: '卡片上点到了' })),
]

async function started() {
  const line = await openLine(doors)
  const person = line.world.person({ firstName: '李晓雯' })
  person.opens()
  await line.settle()
  return { ...line, line, person }
}

describe('a handler that fails', () => {
  test('tells the person a number, keeps the update, sends nothing else and goes on', async () => {
    const { line, person, bot, settle, data, logged } = await started()
    person.says(bot, '/broken')
    person.says(bot, '/start')
    await settle()
    const [fault, next] = heardBy(line, person).slice(-2)
    expect(fault).toMatch(
      /^出错了，编号 [A-HJ-NP-Z2-9]{4}。请再点一次；若仍不行，把编号告诉管理员。$/,
    )
    expect(next).toBe('好')
    const number = fault?.slice(7, 11)
    const buried = data.raw.prepare('SELECT fault_id, raw FROM dead_updates').get()
    expect(buried).toMatchObject({ fault_id: number })
    expect(JSON.stringify(buried)).toContain('/broken')
    expect(logged.join()).toContain(number)
    expect(logged.join()).not.toMatch(/机密|李晓雯|110201543:/)
  })

  test('answers a broken button with the number, too', async () => {
    const { person, bot, settle } = await started()
    const message = person.sees(bot).at(-1)
    if (!message) return expect.fail('nothing to press')
    const press = person.presses(message, '坏')
    await settle()
    expect(press.answer).toMatchObject({ alert: true })
    expect(press.answer?.text).toMatch(/^出错了，编号/)
  })
})

test('an answer longer than Telegram takes is shortened, not lost', async () => {
  const { person, bot, settle } = await started()
  const message = person.sees(bot).at(-1)
  if (!message) return expect.fail('nothing to press')
  const press = person.presses(message, '长')
  await settle()
  expect(press.answer?.text).toBe(`${'长'.repeat(198)}…`)
})

test('in a group only the buttons of cards do anything: nobody writes over a card', async () => {
  const { person, world, bot, settle } = await started()
  const group = world.group({ title: '支部群', members: [person], kind: 'supergroup' })
  group.adds(bot, person)
  person.says(group, '/broken@line_bot')
  await settle()
  const room = world.state.groups.get(group.id) ?? expect.fail('no group')
  const card = person.sees(group).findLast(({ from }) => from.isBot) ?? expect.fail('no card')
  const forge = (data: string) =>
    ask(world.state, room, { from: person.user, message: card.id, data })
  const forged = forge(tapButton.data({}))
  const pressed = forge(cardTapButton.data({}))
  await settle()
  expect(forged.answer?.text).toBe('这条消息旧了，请从最新的消息里操作。')
  expect(pressed.answer?.text).toBe('卡片上点到了')
  expect(person.sees(group).find(({ id }) => id === card.id)?.text).toBe(card.text)
})

describe('an update that comes again', () => {
  test('has its effect once, though Telegram delivered it twice', async () => {
    const { line, person, bot, settle, world } = await started()
    const message = person.sees(bot).at(-1)
    if (!message) return expect.fail('nothing to press')
    const press = person.presses(message, '点')
    await settle()
    world.faults.next({ method: 'getUpdates' }, { kind: 'repeat' })
    await settle()
    const fetched = world.journal.calls('getUpdates').map(({ outcome }) => JSON.stringify(outcome))
    expect(fetched.filter((batch) => batch.includes('callback_query'))).toHaveLength(2)
    expect(press.answer?.text).toBe('点到了')
    expect(heardBy(line, person)).toEqual(['点过了', '记下一次'])
  })
})
