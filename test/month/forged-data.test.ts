// Button data that no button carries: whatever a client sends, nothing breaks and nothing changes.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as attendance from '../../src/attendance/buttons.ts'
import * as desk from '../../src/desk/buttons.ts'
import { features } from '../../src/features.ts'
import type { AccountId, ChatId } from '../../src/kernel/ids.ts'
import type { Place } from '../../src/kernel/who.ts'
import * as ledger from '../../src/ledger/buttons.ts'
import * as members from '../../src/members/buttons.ts'
import { identify } from '../../src/members/identify.ts'
import type { Work } from '../../src/platform/store/work.ts'
import type { ButtonCodec } from '../../src/platform/telegram/callback.ts'
import { createDispatch } from '../../src/platform/telegram/dispatch.ts'
import type { Reply } from '../../src/platform/telegram/door.ts'
import * as reflection from '../../src/reflection/buttons.ts'
import * as setup from '../../src/setup/buttons.ts'
import * as training from '../../src/training/buttons.ts'
import { type Evening, openEvening } from '../attendance/evening.ts'
import { businessOf } from './hands.ts'

const doors = features.flatMap((feature) => feature.doors ?? [])
const dispatch = createDispatch(doors, () => 'qzl_zhibu_bot')
const codecs: readonly ButtonCodec<unknown>[] = [
  attendance,
  desk,
  ledger,
  members,
  reflection,
  setup,
  training,
].flatMap((all) => Object.values(all).filter((one) => typeof one === 'object' && 'data' in one))

const junk = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom(
    '',
    '-1',
    '0',
    'NaN',
    '1e9',
    'zzzzzzzzzzz',
    "1' OR 1=1",
    '二',
    '__proto__',
    '9999-99',
  ),
)
const number = fc.oneof(
  { weight: 6, arbitrary: fc.nat(20) },
  { weight: 1, arbitrary: fc.nat() },
  { weight: 1, arbitrary: fc.constantFrom(-1, 2 ** 53, 36 ** 11 - 1, 5_000_000_001) },
  { weight: 1, arbitrary: junk },
)
const word = (...words: string[]) =>
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...words) }, { weight: 1, arbitrary: junk })

/** Every field of every button; each codec takes those it knows. */
const values = fc.record({
  session: number,
  leave: number,
  upTo: number,
  branch: number,
  person: number,
  account: number,
  stamp: number,
  page: fc.oneof(number, word('me', 'next', 'help')),
  answer: word('yes', 'no'),
  code: word('official', 'sick', 'personal', 'other'),
  to: word('in', 'out'),
  what: word('when', 'place', 'topic'),
  rule: word('friday', 'fifth', 'type', 'later'),
  day: word('2026-12-04', '2026-12-05', '2026-02-31'),
  month: word('2026-11', '2026-12', '2027-01', '2026-13', '9999-12', '0000-00'),
})
const written = fc.tuple(fc.constantFrom(...codecs), values).map(([codec, fields]) => {
  try {
    return codec.data(fields)
  } catch {
    return codec.tag
  }
})
const anyData = fc.oneof(
  { weight: 8, arbitrary: written },
  { weight: 1, arbitrary: fc.tuple(written, junk).map(([data, more]) => `${data}:${more}`) },
  { weight: 1, arbitrary: junk },
)

test('every button of every slice is among the forged ones', () => {
  const known = doors.flatMap((door) => (door.kind === 'button' ? [door.codec.tag] : []))
  const forged = new Set(codecs.map(({ tag }) => tag))
  expect(known.filter((tag) => !forged.has(tag))).toEqual([])
})

/** People of the first branch, and why one of them is away. */
const secrets = /孙悦|赵一鸣|林涛|王建国|苏州看展/

test('from outside the branch no forged button does anything or tells anything', async () => {
  const evening = await openEvening({ now: '2026-12-04 18:20' })
  await evening.person('李晓雯').says('请假 去苏州看展')
  await evening.story.until('2026-12-04 18:45')
  const before = ofBranch(evening)
  const strangers = ['路人', '马丽', '高峰'].map((name) => evening.person(name).person.id)
  const chats = [undefined, evening.group.id]
  const forged = fc.record({
    by: fc.constantFrom(...strangers),
    chat: fc.constantFrom(...chats),
    data: anyData,
  })
  const reached = new Set<string>()
  evening.story.app.store.work((w) => {
    const property = fc.property(forged, ({ by, chat, data }) => {
      const reply = press(evening, w, { by, data, chat: chat ?? by })
      if (secrets.test(JSON.stringify(reply))) throw new Error(`told: ${JSON.stringify(reply)}`)
      const codec = codecs.find((one) => one.parse(data) !== undefined)
      if (codec) reached.add(codec.tag)
    })
    fc.assert(property, { numRuns: 20_000 })
  })
  expect(ofBranch(evening)).toEqual(before)
  expect(codecs.map(({ tag }) => tag).filter((tag) => !reached.has(tag))).toEqual([])
}, 60_000)

test('from inside the branch no forged button is a fault', async () => {
  const evening = await openEvening({ now: '2026-12-04 18:45' })
  const insiders = ['陈敏', '周航', '李晓雯'].map((name) => evening.person(name).person.id)
  const forged = fc.record({ by: fc.constantFrom(...insiders), data: anyData })
  const property = fc.property(forged, (one) => {
    evening.story.app.store.work((w) => press(evening, w, { ...one, chat: one.by }))
  })
  fc.assert(property, { numRuns: 2_000 })
})

/** What the database holds of the first branch; the secretary of the other one has rights there. */
function ofBranch({ story, branch }: Evening): string[] {
  const other = new RegExp(`"branch_id":(?!${branch}\\b)`)
  const { accounts: _, ...tables } = businessOf(story.data)
  return Object.values(tables)
    .flat()
    .filter((row) => !other.test(row))
}

interface Forged {
  by: number
  data: string
  chat: number
}

function press({ story }: Evening, w: Work, { by, data, chat }: Forged): Reply {
  const place: Place = { chat: chat as ChatId, kind: chat === by ? 'private' : 'group' }
  const from = { account: by as AccountId, displayName: '来人', place }
  const act = { kind: 'pressed', data, callback: '1', message: 1 } as const
  return dispatch({ w, identify: () => identify(w, from), at: story.clock.now(), act })
}
