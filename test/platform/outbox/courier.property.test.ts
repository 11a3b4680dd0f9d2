// Whatever Telegram, the network and the power do: what is promised about every letter.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChatId } from '../../../src/kernel/ids.ts'
import type { OutboxRow } from '../../../src/platform/outbox/claim.ts'
import { refresh } from '../../../src/platform/outbox/outbox.ts'
import { slots } from '../../../src/platform/outbox/schema.ts'
import { anyPlan, createMortals, type FatefulTelegram, type Plan } from './mortal.ts'
import { group, li, type PostOffice, postOffice, said, zhang } from './post-office.ts'

/** What is written in one round, and how many seconds pass before the next. */
interface Round {
  letters: readonly Written[]
  card: boolean
  seconds: number
}

interface Written {
  chat: ChatId
  lane: 'answer' | 'bulk'
  kind: 'repeatable' | 'once'
  keyed: boolean
}

const anyRounds: fc.Arbitrary<readonly Round[]> = fc.array(
  fc.record({
    letters: fc.array(
      fc.record({
        chat: fc.constantFrom(zhang, li, group, -901 as ChatId),
        lane: fc.constantFrom('answer', 'bulk'),
        kind: fc.constantFrom('repeatable', 'repeatable', 'once'),
        keyed: fc.boolean(),
      }),
      { maxLength: 6 },
    ),
    card: fc.boolean(),
    seconds: fc.nat(30),
  }),
  { minLength: 1, maxLength: 5 },
)

const cardGroup = -902 as ChatId
const slot = 'session:42'

/** Plays the rounds, then lets time pass until nothing waits any more. */
async function play(rounds: readonly Round[], plan: Plan) {
  const office = postOffice()
  const mortals = createMortals(office, plan)
  office.write({ chat: cardGroup, slot, text: 'bulk 卡片' })
  let count = 0
  for (const { letters, card, seconds } of rounds) {
    for (const letter of letters) write(office, letter, ++count)
    if (card) office.work((w) => refresh(w, cardOf(++count)))
    await mortals.drain()
    pass(office, seconds)
  }
  for (let calm = 0; calm < 60 && isWaiting(office); calm += 1) {
    pass(office, 301)
    await mortals.drain()
  }
  return { office, far: mortals.far }
}

function write(office: PostOffice, { chat, lane, kind, keyed }: Written, number: number): void {
  const text = `${lane} ${String(number).padStart(3, '0')}`
  office.write({ chat, lane, kind, text, ...(keyed && { key: `letter:${number}` }) })
}

function cardOf(number: number) {
  return { chat: cardGroup, slot, message: said(`card ${number}`) }
}

function isWaiting(office: PostOffice): boolean {
  return office.states().some((state) => state === 'queued' || state === 'sending')
}

function pass({ clock }: PostOffice, seconds: number): void {
  clock.set(new Date(clock.now().getTime() + seconds * 1_000))
}

test('every letter keeps its promise, and the queue empties when the faults stop', async () => {
  await fc.assert(
    fc.asyncProperty(anyRounds, anyPlan, async (rounds, plan) => {
      const { office, far } = await play(rounds, plan)
      expect(far.callsInsideFreeze).toEqual([])
      expect(isWaiting(office)).toBe(false)
      for (const row of office.rows().filter(({ lane }) => lane !== 'card')) {
        checkCopies(row, far)
      }
      checkOrder(far)
      checkCard(office, far)
    }),
    { numRuns: 100 },
  )
}, 60_000)

function checkCopies(row: OutboxRow, far: FatefulTelegram): void {
  const { message } = row.payload
  const text = 'text' in message ? message.text.html : ''
  const copies = far.arrived.filter((arrived) => arrived.text === text).length
  if (row.kind === 'once') {
    expect(copies).toBeLessThanOrEqual(1)
    expect(row.state === 'sent' ? copies : 1).toBe(1)
    return
  }
  const doubts = far.doubts.filter((doubted) => doubted === text).length
  expect(copies).toBeLessThanOrEqual(1 + far.deaths + doubts)
  if (far.closed.has(row.chatId)) return
  expect(row.state).toBe('sent')
  expect(copies).toBeGreaterThanOrEqual(1)
}

/** In each chat and lane the numbers never go back, not even in second copies. */
function checkOrder({ arrived }: FatefulTelegram): void {
  const byLane = Map.groupBy(
    arrived.filter(({ text }) => /^(?:answer|bulk) \d/.test(text)),
    ({ chat, text }) => `${chat} ${text.split(' ')[0]}`,
  )
  for (const letters of byLane.values()) {
    const texts = letters.map(({ text }) => text)
    expect(texts).toEqual(texts.toSorted())
  }
}

/** The card shows what was last to be shown. */
function checkCard(office: PostOffice, { shown, closed }: FatefulTelegram): void {
  if (closed.has(cardGroup)) return
  const card = office.work((w) => w.tx.select().from(slots).get())
  const last = office.rows().findLast(({ lane, state }) => lane === 'card' && state === 'sent')
  if (!last || !('text' in last.payload.message)) return
  expect(shown.get(card?.messageId ?? 0)).toBe(last.payload.message.text.html)
}
