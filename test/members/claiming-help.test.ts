// When claiming needs the secretary: lines without digits, names taken, other accounts, mistakes.

import { beforeEach, describe, expect, test } from 'vitest'
import { html } from '../../src/kernel/html.ts'
import { type AccountId, privateChat } from '../../src/kernel/ids.ts'
import { enqueue } from '../../src/platform/outbox/outbox.ts'
import { at } from '../support/clock.ts'
import { openBranch } from '../support/opening.ts'
import { auditOf, type Claims, openClaims } from './claims.ts'

let stage: Claims

beforeEach(async () => {
  stage = await openClaims()
})

const person = (name: string) => stage.person(name)
const said = (name: string) => stage.said(name)
const heardAll = async (name: string) => (await person(name).heard()).join('\n')

describe('a line without digits', () => {
  async function asks(name = '路人') {
    await person(name).presses('认领身份', stage.group)
    await person(name).says('林涛 1234')
  }

  test('waits for the secretary’s nod', async () => {
    await asks()
    expect(await said('路人')).toContain('已请书记确认')
    expect(await said('陈敏')).toBe(
      '有人要认领“林涛”，名册里没有后四位，请您确认。对方在 Telegram 上的名字：路人',
    )
    const question = await person('陈敏').last()
    await person('陈敏').presses('同意')
    expect(await said('陈敏')).toBe('✅ 已确认是林涛同志。')
    expect(await said('路人')).toContain('✅ 认领成功，林涛同志')
    const heard = (await person('路人').heard()).length
    await person('陈敏').pressesOn(question, '不是')
    expect(await person('路人').heard()).toHaveLength(heard)
    expect(await stage.card()).toContain('已认领 2/7')
  })

  test('is refused by a 不是', async () => {
    await asks()
    await person('陈敏').presses('不是')
    expect(await said('陈敏')).toBe('已记下：不是林涛同志，没有认领。')
    expect(await said('路人')).toBe('书记没有确认您是“林涛”。请联系书记陈敏同志。')
  })

  test('cannot be asked for again and again', async () => {
    for (let times = 0; times < 4; times += 1) await asks()
    expect(await heardAll('路人')).toContain('还没对上')
    const asked = (await person('陈敏').heard()).filter((text) => text.includes('请您确认'))
    expect(asked).toHaveLength(3)
  })
})

describe('a name that is claimed already', () => {
  beforeEach(async () => {
    await stage.claims('李晓雯')
    await person('路人').presses('认领身份', stage.group)
    await person('路人').says('李晓雯 6281')
  })

  test('is changed to the new account with the secretary’s consent', async () => {
    expect(await said('路人')).toBe(
      '“李晓雯”已被另一个账号认领。如果是您换了账号，或者有人点错了，点“申请换绑”，书记确认后生效。',
    )
    await person('路人').presses('申请换绑')
    expect(await said('路人')).toContain('已请书记确认')
    expect(await said('陈敏')).toContain('有人要把“李晓雯”换绑到另一个账号')
    expect(await said('李晓雯')).toBe(
      '有人申请把“李晓雯”的认领换到另一个账号，书记还没有确认。不是您本人操作？请联系书记陈敏同志。',
    )
    await person('陈敏').presses('同意换绑')
    expect(await said('陈敏')).toBe('✅ 已换绑：李晓雯同志现在用新账号，原账号已解除，记录都在。')
    expect(await said('路人')).toContain('✅ 认领成功，李晓雯同志')
    expect(await said('李晓雯')).toBe(
      '“李晓雯”的认领已换到另一个账号，由书记确认。不是您本人操作？请联系书记陈敏同志。',
    )
    expect(stage.linked()).toEqual({ 陈敏: '陈敏', 路人: '李晓雯' })
    const ids = ['李晓雯', '路人'].map((name) => person(name).person.id)
    expect(auditOf(stage.story, 'member.rebind')).toMatchObject([
      { detail: { from: ids[0], to: ids[1] } },
    ])
    expect(await stage.card()).toContain('已认领 2/7')
  })

  test('stays where it is when the secretary says no', async () => {
    await person('路人').presses('申请换绑')
    await person('陈敏').presses('不是本人')
    expect(await said('陈敏')).toBe('已记下：不是李晓雯同志本人，没有换绑。')
    expect(await said('路人')).toContain('书记没有确认您是“李晓雯”')
    expect(stage.linked()).toEqual({ 陈敏: '陈敏', 李晓雯: '李晓雯' })
  })

  test('keeps its history, and what was still to be said there is taken back', async () => {
    const chen = person('陈敏')
    await chen.says('/newtraining 12月4日周五19:00-20:30 党群服务中心二楼 版权保护')
    await chen.presses('发布到群')
    await chen.presses('现在发送')
    await person('李晓雯').presses('参加', stage.group)
    stage.story.app.store.work((w) =>
      enqueue(w, {
        chat: privateChat(person('李晓雯').person.id as AccountId),
        message: { text: html`明早的一封信` },
        notBefore: at('2026-11-26 08:30'),
      }),
    )
    await person('路人').presses('申请换绑')
    await chen.presses('同意换绑')
    await stage.story.until('2026-12-04 17:30')
    expect(await heardAll('路人')).toContain('今晚 19:00 培训')
    expect(await heardAll('李晓雯')).not.toMatch(/今晚 19:00 培训|明早的一封信/)
    expect((await chen.heard(stage.group)).join('\n')).toContain('已报名 1 人：李晓雯')
  })

  test('an answer that was overtaken changes nothing', async () => {
    await person('路人').presses('申请换绑')
    const first = await person('陈敏').last()
    await person('陈敏').pressesOn(first, '同意换绑')
    await person('旧手机').opens('claim_1')
    await person('旧手机').says('李晓雯 6281')
    await person('旧手机').presses('申请换绑')
    await person('陈敏').presses('同意换绑')
    await person('陈敏').pressesOn(first, '同意换绑')
    expect(stage.linked()).toEqual({ 陈敏: '陈敏', 旧手机: '李晓雯' })
    expect(await heardAll('陈敏')).toContain('情况已经变了')
  })

  test('cannot be asked for again and again', async () => {
    for (let times = 0; times < 4; times += 1) {
      await person('路人').presses('认领身份', stage.group)
      await person('路人').says('李晓雯 6281')
      await person('路人').presses('申请换绑')
    }
    expect(await said('路人')).toContain('还没对上')
    expect((await heardAll('陈敏')).match(/换绑到另一个账号/g)).toHaveLength(3)
  })

  test('can be claimed at once when it has become free meanwhile', async () => {
    const taken = await person('路人').last()
    await person('陈敏').says('/members')
    stage.story.data.raw.exec('UPDATE accounts SET person_id = NULL WHERE person_id > 2')
    await person('路人').pressesOn(taken, '申请换绑')
    expect(await said('路人')).toContain('请发送 姓名 + 手机后四位')
  })
})

test('the secretary’s own name changes its account only with their own consent', async () => {
  await person('路人').presses('认领身份', stage.group)
  await person('路人').says('陈敏 6601')
  await person('路人').presses('申请换绑')
  expect(await said('路人')).toContain('已发到您原来的账号')
  expect(await said('陈敏')).toContain('有人要把“陈敏”换绑到另一个账号')
  await person('陈敏').presses('不是本人')
  expect(stage.linked()).toEqual({ 陈敏: '陈敏' })
})

describe('a claim that was wrong', () => {
  /** The digest's list; the names in it are buttons. */
  async function looksAtDigest() {
    await stage.story.until('2026-11-25 18:00')
    await person('陈敏').presses('查看')
  }

  test('is found behind the digest and undone; the card counts, and it can be claimed again', async () => {
    await stage.claims('李晓雯')
    await person('路人').presses('认领身份', stage.group)
    await person('路人').says('何雨桐 5506')
    await person('路人').presses('是我')
    await looksAtDigest()
    expect(await said('陈敏')).toBe('这次认领的 2 位同志。有认错的，点名字解除认领：')
    expect(await stage.labels('陈敏')).toEqual(['李晓雯', '何雨桐'])
    await person('陈敏').presses('何雨桐')
    expect(await said('陈敏')).toContain('解除何雨桐同志的认领？')
    await person('陈敏').presses('解除认领')
    expect(await said('陈敏')).toBe('已解除何雨桐同志的认领，记录都在。')
    expect(await said('路人')).toContain('您在青砖里文创园联合党支部的认领已由支部解除，记录都在。')
    expect(await stage.card()).toContain('已认领 2/7')
    expect(auditOf(stage.story, 'member.unlink')).toHaveLength(1)
    await stage.claims('何雨桐')
    expect(await said('何雨桐')).toContain('✅ 认领成功，何雨桐同志')
    expect(stage.linked()).toEqual({ 陈敏: '陈敏', 李晓雯: '李晓雯', 何雨桐: '何雨桐' })
  })

  test('stays when it was not wrong after all', async () => {
    await stage.claims('李晓雯')
    await looksAtDigest()
    await person('陈敏').presses('李晓雯')
    const question = await person('陈敏').last()
    await person('陈敏').presses('先不解除')
    expect(await said('陈敏')).toBe('好的，没有改动。')
    expect(await stage.labels('陈敏')).toEqual(['看这位同志'])
    await person('陈敏').pressesOn(question, '解除认领')
    expect(await person('陈敏').pressesOn(question, '解除认领')).toContain('不用解除')
  })

  test('of a whole day in which many claimed has pages', async () => {
    const many = Array.from({ length: 12 }, (_, at) => ({
      name: `同志${'一二三四五六七八九十甲乙'[at]}`,
      tail: String(3000 + at),
    }))
    stage = await openClaims([{ name: '陈敏', tail: '6601' }, ...many])
    for (const { name } of many) await stage.claims(name)
    await looksAtDigest()
    const labels = await stage.labels('陈敏')
    expect(labels).toHaveLength(8 + 3)
    expect(labels).toContain('1/2')
  })
})

test('nobody of another branch undoes a claim or sees who made one', async () => {
  const roster = [{ name: '高峰', tail: '2001' }]
  await openBranch(stage.story, { title: '三号仓支部', secretary: '高峰', roster })
  await stage.claims('李晓雯')
  const minutes = Math.floor(stage.story.clock.now().getTime() / 60_000)
  for (const data of ['mb.un:1:3', 'mb.uns:1:3:yes', `mb.day:1:${minutes.toString(36)}`]) {
    for (const name of ['高峰', '李晓雯']) {
      const query = person(name).forges(data)
      await stage.story.settle()
      expect(query.answer?.text).toContain('这是书记用的功能')
    }
  }
  expect(stage.linked()).toEqual({ 陈敏: '陈敏', 李晓雯: '李晓雯', 高峰: '高峰' })
})
