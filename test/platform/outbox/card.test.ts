// The live card: one message in the chat, whose content follows what happens.

import { describe, expect, test } from 'vitest'
import { refresh } from '../../../src/platform/outbox/outbox.ts'
import { group, lostConnection, once, type PostOffice, postOffice, said } from './post-office.ts'

const slot = 'session:42'

function show(office: PostOffice, text: string): void {
  office.work((w) => refresh(w, { chat: group, slot, message: said(text) }))
}

async function officeWithCard(): Promise<PostOffice> {
  const office = postOffice()
  office.write({ chat: group, slot, text: '参加 0' })
  await office.courier.drain()
  return office
}

describe('the card follows', () => {
  test('the first change is shown at once, on the message that was sent', async () => {
    const office = await officeWithCard()
    show(office, '参加 1')
    await office.courier.drain()
    const [card, change] = office.telegram.calls
    expect(change).toMatchObject({ method: 'edit', text: '参加 1', messageId: card?.messageId })
    expect(change?.monotonicMs).toBe(card?.monotonicMs)
  })

  test('changes are three seconds apart and 18 a minute; only the latest is shown', async () => {
    const office = await officeWithCard()
    const { telegram, courier } = office
    for (let going = 1; going <= 60; going += 1) {
      show(office, `参加 ${going}`)
      show(office, `参加 ${going}，请假 1`)
      await courier.drain()
    }
    const edits = telegram.calls.filter(({ method }) => method === 'edit')
    const times = edits.map(({ monotonicMs }) => monotonicMs)
    for (const [at, time] of times.slice(1).entries()) {
      expect(time - (times[at] ?? 0)).toBeGreaterThanOrEqual(3_000)
    }
    for (const from of times) {
      expect(times.filter((at) => at >= from && at < from + 60_000).length).toBeLessThanOrEqual(18)
    }
    expect(edits.map(({ text }) => text)).not.toContain('参加 1')
    expect(telegram.said().at(-1)).toBe('参加 60，请假 1')
  })

  test('what the card already says is not sent again', async () => {
    const office = await officeWithCard()
    show(office, '参加 1')
    await office.courier.drain()
    show(office, '参加 2')
    show(office, '参加 1')
    await office.courier.drain()
    expect(office.telegram.said()).toEqual(['参加 0', '参加 1'])
    expect(office.states()).toEqual(['sent', 'sent', 'sent'])
  })

  test('a change made while another is on its way is not lost', async () => {
    const office = await officeWithCard()
    let hurry = true
    office.telegram.latency = async () => {
      if (hurry) show(office, '参加 2')
      hurry = false
    }
    show(office, '参加 1')
    await office.courier.drain()
    expect(office.telegram.said()).toEqual(['参加 0', '参加 1', '参加 2'])
  })

  test('when a change fails while a newer one waits, only the newer one is tried again', async () => {
    const office = await officeWithCard()
    office.telegram.fault = once(lostConnection('ECONNREFUSED', false))
    office.telegram.latency = async () => {
      if (office.telegram.calls.length === 2) show(office, '参加 2')
    }
    show(office, '参加 1')
    await office.later(0)
    await office.later(10)
    expect(office.telegram.said()).toEqual(['参加 0', '参加 2'])
    expect(office.states()).toEqual(['sent', 'cancelled', 'sent'])
  })
})

describe('before there is a card', () => {
  test('changes wait until the card itself was sent', async () => {
    const office = postOffice()
    office.telegram.fault = once(lostConnection('ECONNREFUSED', false))
    office.write({ chat: group, slot, text: '参加 0' })
    show(office, '参加 1')
    await office.courier.drain()
    expect(office.telegram.said()).toEqual([])
    await office.later(2)
    expect(office.telegram.said()).toEqual(['参加 0', '参加 1'])
  })

  test('when nobody knows whether the card arrived, changes wait for it to be sent again', async () => {
    const office = postOffice()
    office.telegram.fault = once(lostConnection('ECONNRESET', false))
    office.write({ chat: group, slot, text: '参加 0', kind: 'once' })
    show(office, '参加 1')
    await office.later(0)
    await office.later(3_600)
    expect(office.telegram.calls).toHaveLength(1)
    expect(office.states()).toEqual(['uncertain', 'queued'])
    office.write({ chat: group, slot, text: '重发：参加 0' })
    await office.courier.drain()
    expect(office.telegram.said()).toEqual(['重发：参加 0', '参加 1'])
  })

  test('when the card was taken back before it left, so are its changes', async () => {
    const office = postOffice()
    show(office, '参加 1')
    await office.courier.drain()
    expect(office.states()).toEqual(['cancelled'])
  })
})
