// Claiming by one's own number: one key, no typing, and the number itself is kept nowhere.

import { beforeEach, describe, expect, test } from 'vitest'
import { type Claims, openClaims } from './claims.ts'

const li = '+8613800006281'
let stage: Claims

const roster = [
  { name: '陈敏', tail: '6601' },
  { name: '李晓雯', tail: '6281' },
  { name: '孙悦', tail: '3304' },
  { name: '林涛', tail: '6607' },
  { name: '赵一鸣', tail: '6607' },
  { name: '冯丽', tail: '' },
]

beforeEach(async () => {
  stage = await openClaims(roster)
})

const said = (name: string) => stage.said(name)
const begins = (name: string) => stage.person(name).presses('认领身份', stage.group)
/** What stands in place of the reader's own keyboard. */
const keysOf = (name: string) => {
  const markup = stage.person(name).person.atInput(stage.story.bot)?.markup
  return markup && 'keyboard' in markup ? markup.keyboard.flat() : []
}

describe('one’s own number', () => {
  test('takes four taps and nothing typed', async () => {
    await begins('李晓雯')
    expect(keysOf('李晓雯')).toEqual([
      { text: '📱 用本机号码认领', request_contact: true },
      { text: '✍️ 我来输入' },
    ])
    await stage.shares('李晓雯', li)
    expect((await stage.person('李晓雯').heard()).slice(-2)).toEqual([
      '收到，我对一下名册。',
      '您是 李晓雯（正式党员）吗？',
    ])
    expect(keysOf('李晓雯')).toEqual([])
    await stage.person('李晓雯').presses('是我')
    expect(await said('李晓雯')).toContain('✅ 认领成功，李晓雯同志')
    expect(await stage.card()).toContain('已认领 2/6')
    expect(stage.effort('李晓雯')).toEqual({ taps: 4, messages: 0 })
  })

  test('is kept nowhere: only the last four digits ever reach a handler', async () => {
    await begins('李晓雯')
    await stage.shares('李晓雯', li)
    await stage.person('李晓雯').presses('是我')
    const tables = stage.story.data.raw
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
      .pluck()
      .all() as string[]
    const kept = tables.map((table) => stage.story.data.raw.prepare(`SELECT * FROM ${table}`).all())
    expect(JSON.stringify(kept)).not.toContain('3800006281')
    expect(JSON.stringify(stage.story.logged)).not.toContain('3800006281')
  })

  test('is not kept either when handling it fails', async () => {
    stage = await openClaims(roster, { expectsErrors: true })
    await begins('李晓雯')
    stage.story.data.raw.exec(
      "CREATE TRIGGER broken BEFORE UPDATE ON forms BEGIN SELECT RAISE(ABORT, 'broken'); END",
    )
    await stage.shares('李晓雯', li)
    const dead = stage.story.data.raw.prepare('SELECT raw FROM dead_updates').pluck().all()
    expect(dead).toHaveLength(1)
    expect(dead.join()).toContain('"contact"')
    expect(dead.join()).not.toContain('6281')
    expect(await said('李晓雯')).toContain('出错了，编号')
  })

  test('that several have shows their names, for the digits are proven', async () => {
    await begins('林涛')
    await stage.shares('林涛', '13900006607')
    expect(await said('林涛')).toBe('名册里有 2 位同志是这个尾号，您是哪位？')
    expect(await stage.labels('林涛')).toEqual(['林涛', '赵一鸣', '都不是，请书记加我'])
    await stage.person('林涛').presses('林涛')
    expect(await said('林涛')).toContain('✅ 认领成功，林涛同志')
  })

  test('that nobody has leads back to the name, or to the secretary', async () => {
    await begins('冯丽')
    await stage.shares('冯丽', '+85291234567')
    expect(await said('冯丽')).toBe(
      '名册里没有这个号码的后四位。请发送 姓名 + 手机后四位，例如：李晓雯 6281',
    )
    expect(await stage.labels('冯丽')).toEqual(['请书记加我'])
    await stage.person('冯丽').says('冯丽')
    expect(await said('冯丽')).toContain('已请书记确认')
  })

  test('of a name that is claimed offers the change of account', async () => {
    await stage.claims('李晓雯')
    await begins('路人')
    await stage.shares('路人', li)
    expect(await said('路人')).toContain('“李晓雯”已被另一个账号认领')
    expect(await stage.labels('路人')).toEqual(['申请换绑'])
  })
})

describe('the keys', () => {
  test('stay while the same is asked again, and go with the answer, once', async () => {
    await begins('李晓雯')
    await stage.person('李晓雯').says('李晓雯')
    expect(keysOf('李晓雯')).toHaveLength(2)
    await stage.person('李晓雯').says('李晓雯 6281')
    expect(keysOf('李晓雯')).toEqual([])
    await stage.person('李晓雯').presses('不是')
    await stage.person('李晓雯').says('李晓雯 6281')
    const heard = await stage.person('李晓雯').heard()
    expect(heard.filter((text) => text === '收到，我对一下名册。')).toHaveLength(1)
  })

  test('go when somebody would rather write, or do it later', async () => {
    await begins('李晓雯')
    stage.person('李晓雯').person.pressesKey(stage.story.bot, '✍️ 我来输入')
    await stage.story.settle()
    expect(await said('李晓雯')).toBe('请发送 姓名 + 手机后四位，例如：李晓雯 6281')
    expect(keysOf('李晓雯')).toEqual([])
    await begins('孙悦')
    await stage.person('孙悦').says('取消')
    expect(keysOf('孙悦')).toEqual([])
  })
})

describe('no number of one’s own', () => {
  test('somebody else’s contact proves nothing', async () => {
    const { id } = stage.person('李晓雯').person
    await begins('路人')
    for (const of of [{ firstName: '李晓雯' }, { firstName: '李晓雯', userId: id }]) {
      await stage.shares('路人', li, of)
      expect(await said('路人')).toBe(
        '这里只认您本人的号码：请点“📱 用本机号码认领”，或发送姓名 + 手机后四位。',
      )
    }
    expect(keysOf('路人')).toHaveLength(2)
  })

  test('nor does one that is passed on', async () => {
    await begins('路人')
    await stage.shares('路人', li)
    const { person } = stage.person('路人')
    const contact = person.sees(stage.story.bot).findLast(({ message }) => message.contact)
    if (!contact) throw new Error('no contact on the screen')
    await begins('路人')
    person.forwards(contact, stage.story.bot)
    await stage.story.settle()
    expect(await said('路人')).toContain('这里只认您本人的号码')
  })

  test('nor one in the group, where nothing is answered', async () => {
    await begins('李晓雯')
    const before = (await stage.person('李晓雯').heard(stage.group)).length
    const own = await stage.person('李晓雯').heard()
    stage.person('李晓雯').person.sendsContact(stage.group, li)
    await stage.story.settle()
    expect(await stage.person('李晓雯').heard(stage.group)).toHaveLength(before)
    expect(await stage.person('李晓雯').heard()).toEqual(own)
  })

  test('nor one after three misses', async () => {
    await begins('路人')
    for (const tail of ['0001', '0002', '0003']) await stage.person('路人').says(`孙悦 ${tail}`)
    await stage.shares('路人', '13700003304')
    expect(await said('路人')).toContain('还没对上')
    expect(stage.linked()).toEqual({ 陈敏: '陈敏' })
  })
})
