// Which door an update goes through, and what goes through none.

import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { html } from '../../../src/kernel/html.ts'
import { id } from '../../../src/platform/telegram/codec.ts'
import {
  command,
  type Door,
  formStep,
  inGroup,
  type Reply,
  startLink,
} from '../../../src/platform/telegram/door.ts'
import { form, keepForm } from '../../../src/platform/telegram/form.ts'
import { link } from '../../../src/platform/telegram/link.ts'
import { heardBy, openLine } from './line.ts'

const say = (text: string): Reply => ({ show: [{ text: html`${text}` }] })
const noteForm = form('note', 30, z.object({ step: z.number() }))
const visitLink = link('v', { number: id<number>() })

const doors: readonly Door[] = [
  command('start', { describes: '开始', words: [], run: () => say('开始') }),
  command('leave', {
    describes: '请假',
    words: ['请假'],
    run: ({ data }) => say(`请假:${data.args}`),
  }),
  command('note', {
    describes: '记录',
    words: ['记录'],
    run({ w, who }) {
      keepForm(w, who.account, noteForm, { step: 1 })
      return say('请写')
    },
  }),
  inGroup('start', () => ({ post: [{ text: html`群里好` }] })),
  formStep(noteForm, ({ said }) => say(`记下:${said.kind}:${said.text}`)),
  startLink(visitLink, ({ data }) => say(`链接:${data.number}`)),
  { kind: 'otherwise', run: () => say('没太明白') },
]

async function inPrivate() {
  const line = await openLine(doors)
  const person = line.world.person({ firstName: '李晓雯' })
  person.opens()
  await line.settle()
  return { line, person, ...line }
}

describe('in private', () => {
  test.each([
    ['/leave 出差', '请假:出差'],
    ['/leave@line_bot 出差', '请假:出差'],
    ['请假', '请假:'],
    ['请假 去上海布展', '请假:去上海布展'],
    ['请假，去上海', '请假:去上海'],
    ['请假去上海', '没太明白'],
    ['/leave@other_bot', '没太明白'],
    ['/LEAVE', '请假:'],
    ['/unknown', '没太明白'],
    ['/start v_1a', '链接:46'],
    ['/start v_!', '开始'],
    ['/start do_leave', '请假:'],
    ['取消', '现在没有正在填写的内容。'],
  ])('“%s” is answered with “%s”', async (text, answer) => {
    const { line, person, bot, settle } = await inPrivate()
    person.says(bot, text)
    await settle()
    expect(heardBy(line, person).at(-1)).toBe(answer)
  })

  test('an open form takes the next message, whatever it is, but not a command', async () => {
    const { line, person, bot, settle } = await inPrivate()
    person.says(bot, '记录')
    person.sendsSticker(bot)
    person.says(bot, '请假')
    person.says(bot, '请假 去上海')
    person.says(bot, '取消')
    person.says(bot, '还在吗')
    await settle()
    expect(heardBy(line, person).slice(1)).toEqual([
      '请写',
      '记下:other:',
      '请假:',
      '记下:text:请假 去上海',
      '好的，先不填了。没有提交的都不算数。',
      '没太明白',
    ])
  })

  test('a form that waited too long is closed', async () => {
    const { line, person, bot, settle, clock } = await inPrivate()
    person.says(bot, '记录')
    await settle()
    clock.set(new Date(clock.now().getTime() + 31 * 60_000))
    person.says(bot, '来晚了')
    await settle()
    expect(heardBy(line, person).at(-1)).toBe('没太明白')
  })

  test('a forwarded command is nobody’s command, and an edited one does not act again', async () => {
    const { line, person, bot, settle } = await inPrivate()
    const said = person.says(bot, '/leave 出差')
    await settle()
    person.forwards(said, bot)
    person.edits(said, '/leave 生病')
    await settle()
    expect(heardBy(line, person).slice(1)).toEqual(['请假:出差', '没太明白'])
  })
})

describe('in a group', () => {
  async function inTheGroup() {
    const line = await openLine(doors)
    const person = line.world.person({ firstName: '陈敏' })
    const group = line.world.group({ title: '支部群', members: [person], kind: 'supergroup' })
    group.adds(line.bot, person)
    await line.settle()
    const posted = () =>
      person
        .sees(group)
        .filter(({ from }) => from.id === line.bot.id)
        .map(({ text }) => text)
    return { ...line, person, group, posted }
  }

  test('talk is not answered; commands are, the personal ones by a way into private', async () => {
    const { person, group, settle, posted } = await inTheGroup()
    for (const text of ['大家好', '请假', '/start@line_bot', '/leave@line_bot', '/what@line_bot']) {
      person.says(group, text)
    }
    await settle()
    expect(posted()).toEqual(['群里好', '这件事我们在私聊里说。'])
  })

  test('an anonymous administrator and a channel are nobody', async () => {
    const { person, group, settle, posted, bot } = await inTheGroup()
    group.promotes(bot, person)
    person.says(group, '/start@line_bot', { anonymous: true })
    group.channelPosts('园区频道', '/start@line_bot')
    await settle()
    expect(posted()).toEqual([])
  })

  test('a group that becomes a supergroup is followed', async () => {
    const line = await openLine(doors)
    const person = line.world.person({ firstName: '陈敏' })
    const group = line.world.group({ title: '支部群', members: [person], kind: 'group' })
    group.adds(line.bot, person)
    const from = group.id
    group.upgrade(person)
    await line.settle()
    expect(line.moves).toContainEqual({ from, to: group.id })
  })
})
