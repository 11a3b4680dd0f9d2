// What people do on the page, and what they are refused.

import { describe, expect, test } from 'vitest'
import { openPage } from './page.ts'

describe('writing', () => {
  test('to the bot needs 开始 first, and is over while it is blocked', async () => {
    const page = await openPage()
    const 李晓雯 = page.as('李晓雯')
    expect(await 李晓雯.says('签到')).toEqual({ ok: false, error: '请先点“开始”。' })
    await 李晓雯.starts()
    expect(await 李晓雯.says('签到')).toEqual({ ok: true })
    expect((await 李晓雯.messages()).at(-1)?.from.isBot).toBe(true)
    await page.tell('block', { as: 李晓雯.id, blocked: true })
    expect(await 李晓雯.says('签到')).toMatchObject({ ok: false })
    expect((await 李晓雯.screen()).blocked).toBe(true)
    await page.tell('block', { as: 李晓雯.id, blocked: false })
    expect(await 李晓雯.says('签到')).toEqual({ ok: true })
  })

  test('into a group one is not in is refused', async () => {
    const page = await openPage()
    expect(await page.as('高峰').says('大家好', page.group)).toEqual({
      ok: false,
      error: '这个聊天不在您的列表里。',
    })
  })

  test.each([
    ['nothing', '  ', '请先输入内容。'],
    ['more than a message holds', '字'.repeat(4097), '太长了，一条消息最多 4096 个字。'],
  ])('%s is refused', async (_, text, error) => {
    const page = await openPage()
    expect(await page.as('周航').says(text, page.group)).toEqual({ ok: false, error })
  })

  test('can be changed by whoever wrote it, and by nobody else', async () => {
    const page = await openPage()
    const 周航 = page.as('周航')
    await 周航.says('周五见', page.group)
    const said = (await 周航.messages(page.group)).at(-1)
    const change = { chat: page.group, message: said?.id, text: '周五七点见' }
    expect(await page.tell('edit', { as: page.id('孙悦'), ...change })).toMatchObject({ ok: false })
    expect(await page.tell('edit', { as: 周航.id, ...change })).toEqual({ ok: true })
    expect((await page.as('孙悦').messages(page.group)).at(-1)).toMatchObject({
      text: '周五七点见',
      edited: true,
    })
  })
})

describe('a button', () => {
  test('that asks the bot gives its answer at once', async () => {
    const page = await openPage()
    const answer = await page.as('孙悦').presses('隐私说明', page.group)
    expect(answer.alert).toMatch(/^我只存：姓名、手机后四位/)
  })

  test('that leads to the bot’s chat is not followed before 开始 is pressed', async () => {
    const page = await openPage()
    const answer = await page.as('陈敏').presses('我来开通', page.group)
    expect(answer).toMatchObject({ ok: true, open: { chat: page.bot } })
    expect(answer.open?.payload).toMatch(/^su_/)
    expect((await page.as('陈敏').screen()).started).toBe(false)
    await page.as('陈敏').starts(answer.open?.payload)
    expect((await page.as('陈敏').messages()).at(-1)?.text).toContain('请发送启用码')
  })

  test.each([
    ['that is not there', { message: 2, button: { row: 7, column: 0 } }, '这个按钮已经变了。'],
    ['of a message that is gone', { message: 99, button: { row: 0, column: 0 } }, '不在了'],
  ])('%s is refused', async (_, press, error) => {
    const page = await openPage()
    const answer = await page.tell('press', { as: page.id('孙悦'), chat: page.group, ...press })
    expect(answer.error).toContain(error)
  })
})

describe('a request', () => {
  const say = (text: string) => JSON.stringify({ as: 1, chat: 1, text })

  test('from another site is refused', async () => {
    const page = await openPage()
    const headers = { 'content-type': 'application/json', origin: 'http://elsewhere.example' }
    const response = await page.request('say', { method: 'POST', headers, body: say('hello') })
    expect(response.status).toBe(403)
  })

  test.each([
    ['that is no JSON', 'application/json', 'as=1'],
    ['that a form of any site could send', 'text/plain', say('hello')],
  ])('%s is refused', async (_, type, body) => {
    const page = await openPage()
    const headers = { 'content-type': type }
    const response = await page.request('say', { method: 'POST', headers, body })
    expect(await response.json()).toEqual({ ok: false, error: '没看懂这个请求。' })
  })

  test('that lacks something says what', async () => {
    const page = await openPage()
    expect(await page.tell('say', { chat: page.group, text: '好' })).toEqual({
      ok: false,
      error: '请求里缺少 as。',
    })
  })
})
