// Two branches in one database: nobody reaches into the other, and who belongs to both is asked.

import { describe, expect, test } from 'vitest'
import { refreshCard } from '../../src/attendance/actions/card.ts'
import { checkIn } from '../../src/attendance/actions/check-in.ts'
import { closeRoll, lockRoll } from '../../src/attendance/actions/closing.ts'
import { requestLeave } from '../../src/attendance/actions/leave.ts'
import { markByOrganiser } from '../../src/attendance/actions/roll-call.ts'
import { answerGoing } from '../../src/attendance/actions/rsvp.ts'
import { answerButton } from '../../src/attendance/buttons.ts'
import type { AccountId, ChatId } from '../../src/kernel/ids.ts'
import { addMinutes } from '../../src/kernel/time.ts'
import { identify } from '../../src/members/identify.ts'
import { allBranches } from '../../src/organisation/store.ts'
import type { Work } from '../../src/platform/store/work.ts'
import { cancel, draftSession } from '../../src/sessions/actions.ts'
import { sessionById } from '../../src/sessions/store.ts'
import { inPrivate, publishTraining } from './branches.ts'
import { type Evening, openEvening } from './evening.ts'

const now = '2026-12-04 18:52'

function inGroup(w: Work, { person }: Evening, name: string, chat: number) {
  const place = { chat: chat as ChatId, kind: 'group' } as const
  return identify(w, { account: person(name).person.id as AccountId, displayName: '', place })
}

describe('a session of one branch', () => {
  test('is shown to nobody else, and to nobody as long as it is a draft', async () => {
    const evening = await openEvening()
    const { story, person, training } = evening
    const draft = story.app.store.work((w) => {
      const session = sessionById(w, training) ?? expect.fail('no session')
      const [startsAt, endsAt] = [addMinutes(session.startsAt, 60), addMinutes(session.endsAt, 60)]
      const by = inPrivate(w, person('周航').person.id)
      const { branch, kind } = session
      return draftSession(w, by, { branch, kind, startsAt, endsAt, topic: '机密' })
    })
    await person('路人').opens()
    const tries = [
      ['路人', training],
      ['马丽', training],
      ['路人', draft],
      ['马丽', draft],
      ['李晓雯', draft],
    ] as const
    for (const [name, session] of tries) {
      const press = person(name).forges(answerButton.data({ session }))
      await story.settle()
      expect(press.answer, name).toBeDefined()
      expect((await person(name).heard()).join('\n')).not.toMatch(/版权|机密/)
    }
    person('李晓雯').forges(answerButton.data({ session: training }))
    await story.settle()
    expect((await person('李晓雯').last()).text).toContain('版权')
  })

  test('is not answered from the group of another, not even by its own members', async () => {
    const evening = await openEvening({ now })
    const { story, otherGroup, training } = evening
    story.app.store.work((w) => {
      const who = inGroup(w, evening, '李晓雯', otherGroup.id)
      expect(answerGoing(w, who, training)).toEqual({ ok: false, reason: 'foreign' })
      expect(requestLeave(w, who, training, { code: 'sick' })).toMatchObject({ reason: 'foreign' })
    })
  })

  test('is closed to the secretary of another', async () => {
    const { story, person, training, line, recorded } = await openEvening({ now })
    const before = recorded()
    story.app.store.work((w) => {
      const who = inPrivate(w, person('高峰').person.id)
      const wang = line('王建国')?.person
      if (!wang) throw new Error('王建国 is on the roll')
      const mark = { session: training, person: wang, to: 'in' } as const
      expect(markByOrganiser(w, who, mark)).toMatchObject({ ok: false, reason: 'notAllowed' })
      expect(closeRoll(w, who, training)).toMatchObject({ ok: false, reason: 'notAllowed' })
      expect(lockRoll(w, who, training)).toMatchObject({ ok: false, reason: 'notAllowed' })
      expect(checkIn(w, who, training, w.now)).toMatchObject({ ok: false, reason: 'notOnRoll' })
    })
    expect(recorded()).toEqual(before)
  })

  test('that never was is answered like an old message', async () => {
    const { story, person } = await openEvening({ now })
    story.app.store.work((w) => {
      const who = inPrivate(w, person('周航').person.id)
      const nowhere = 4711 as Parameters<typeof answerGoing>[2]
      expect(answerGoing(w, who, nowhere)).toEqual({ ok: false, reason: 'gone' })
      expect(closeRoll(w, who, nowhere)).toEqual({ ok: false, reason: 'gone' })
    })
  })
})

test('whoever belongs to both is asked which leave they mean, unless one was used last', async () => {
  const { story, person, line, otherGroup } = await openEvening({ now: '2026-12-03 10:00' })
  const lee = line('李晓雯')?.person
  story.app.store.work((w) => {
    const other = allBranches(w).find(({ name }) => name === '三号仓支部')
    if (!other || !lee) throw new Error('both branches are there')
    story.data.raw
      .prepare(
        "insert into memberships (branch_id, person_id, kind, joined_on, position) values (?, ?, 'receiving', '2026-11-01', 9)",
      )
      .run(other.id, lee)
    const by = inPrivate(w, person('高峰').person.id)
    publishTraining(w, { by, branch: other.id, start: '2026-12-08 15:00', end: '2026-12-08 16:00' })
  })
  await person('李晓雯').says('请假')
  const asked = await person('李晓雯').last()
  expect(asked.text).toBe('您要给哪个活动请假？')
  expect(asked.buttons.flat().map(({ label }) => label)).toEqual([
    '青砖里文创园联合党支部 12月4日培训',
    '三号仓支部 12月8日培训',
  ])
  await person('李晓雯').presses('三号仓支部')
  expect((await person('李晓雯').last()).text).toContain('12月8日培训请假，原因')
  await person('李晓雯').says('/next@qzl_zhibu_bot', otherGroup)
  await person('李晓雯').says('请假 出差')
  expect((await person('李晓雯').last()).text).toContain('12月8日培训请假：出差公务')
  expect((await person('高峰').last()).text).toContain('李晓雯｜出差公务')
  expect((await person('周航').heard()).join()).not.toContain('李晓雯｜')
})

test('a cancelled session takes no answers and reminds nobody', async () => {
  const { story, person, group, training, card } = await openEvening({ now: '2026-12-03 18:00' })
  const old = await person('李晓雯').last(group)
  story.app.store.work((w) => {
    const session = sessionById(w, training)
    if (session) cancel(w, inPrivate(w, person('周航').person.id), session)
    refreshCard(w, training)
  })
  await story.settle()
  expect(await card()).toEqual({ text: '📚 12月集中培训已取消。', buttons: [] })
  expect(await person('李晓雯').pressesOn(old, '参加')).toBe('12月4日培训已经取消了。')
  await story.until('2026-12-03 18:30')
  expect((await person('孙悦').heard()).join()).not.toContain('回执')
})
