// What people see on the page, and what is kept from them.

import { describe, expect, test } from 'vitest'
import { openPage } from './page.ts'

describe('a screen', () => {
  test('shows the group with its opening card, and the bot one has not met yet', async () => {
    const page = await openPage()
    const { me, chats, messages, started } = await page.as('李晓雯').screen()
    expect(me).toMatchObject({ name: '李晓雯', role: '党员', avatar: { letters: '李' } })
    expect(chats.map(({ kind, title }) => [kind, title])).toEqual([
      ['group', '青砖里文创园联合党支部'],
      ['private', '支部小助手'],
    ])
    expect(
      messages[page.group]?.map(({ service, text }) => [service, text.split('\n')[0]]),
    ).toEqual([
      [true, '陈敏 邀请 支部小助手 加入了群'],
      [false, '大家好，我是支部小助手。'],
    ])
    expect(started).toBe(false)
  })

  test('is the secretary’s when nobody is named', async () => {
    const page = await openPage()
    const screen = (await (await page.request('screen')).json()) as { me: { name: string } }
    expect(screen.me.name).toBe('陈敏')
  })

  test('of somebody outside the group shows nothing of it', async () => {
    const page = await openPage()
    const screen = await page.as('高峰').screen()
    expect(screen.chats.map(({ id }) => id)).toEqual([page.bot])
    expect(JSON.stringify(screen)).not.toContain('我来开通')
  })

  test('never holds what was said to somebody else in private', async () => {
    const page = await openPage()
    await page.as('陈敏').follows('我来开通', page.group)
    await page.as('陈敏').says('只给小助手看的话')
    const others = ['周航', '李晓雯', '陆明远', '高峰'].map((name) => page.as(name).screen())
    for (const screen of await Promise.all(others)) {
      expect(JSON.stringify(screen)).not.toMatch(/只给小助手看的话|您正在为/)
    }
  })

  test('holds no callback data: what a button asks stays between bot and Telegram', async () => {
    const page = await openPage()
    const [, card] = await page.as('陈敏').messages(page.group)
    expect(card?.buttons).toEqual([
      [{ label: '🛠 我来开通', kind: 'link' }],
      [{ label: 'ℹ️ 隐私说明', kind: 'callback' }],
    ])
  })

  test('nobody else than the sample people has one', async () => {
    const page = await openPage()
    const response = await page.request('screen?as=12')
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ ok: false, error: '没有这个人。' })
  })
})

test('the menu offers the commands with their Chinese descriptions', async () => {
  const page = await openPage()
  const menu = await (await page.request(`menu?as=${page.id('李晓雯')}`)).json()
  expect(menu).toContainEqual({ command: 'checkin', description: '到场签到' })
})

describe('a file', () => {
  const sent = (
    page: Awaited<ReturnType<typeof openPage>>,
    query: string,
    body: string | Uint8Array<ArrayBuffer>,
  ) => page.request(`file?as=${page.id('陈敏')}&${query}`, { method: 'POST', body })

  test('reaches the chat, and only those who see it can fetch it', async () => {
    const page = await openPage()
    await page.as('陈敏').starts()
    await sent(page, `chat=${page.bot}&name=名册.txt&kind=document`, '陈敏 6601')
    const file = (await page.as('陈敏').messages()).find((one) => one.file)?.file
    expect(file).toMatchObject({ name: '名册.txt', size: 11, kind: 'document' })
    const own = await page.request(`file/${file?.id}?as=${page.id('陈敏')}`)
    expect(await own.text()).toBe('陈敏 6601')
    expect(own.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('名册.txt')}`,
    )
    const foreign = await page.request(`file/${file?.id}?as=${page.id('周航')}`)
    expect(foreign.status).toBe(404)
  })

  test.each([
    ['is no picture', 'kind=photo&name=a.jpg', 'not a picture', '照片要 JPG 或 PNG'],
    ['is empty', 'kind=document&name=a.txt', '', '这个文件是空的'],
  ])('that %s is refused', async (_, query, body, sentence) => {
    const page = await openPage()
    const response = await sent(page, `chat=${page.group}&${query}`, body)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain(sentence)
  })

  test('of more than 20 MB is refused', async () => {
    const page = await openPage()
    const body = new Uint8Array(20 * 1024 * 1024 + 1)
    const response = await sent(page, `chat=${page.group}&name=a.bin`, body)
    expect(response.status).toBe(413)
    expect(await response.text()).toContain('超过 20 MB')
  })
})
