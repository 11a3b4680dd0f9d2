// Whatever a branch does in a month: its group hears names only of those who come, never why one does
// not; and whoever merely oversees it hears of nobody.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Evening, openEvening } from '../attendance/evening.ts'
import { oversee } from '../permissions/cast.ts'
import { roles } from '../permissions/roles.ts'
import { beginnings, type Event, event, happens, secretWords } from './any-month.ts'
import { screenIn, watchScreens } from './hands.ts'

const histories = fc.array(event, { maxLength: 40, size: 'max' })

test('a group hears only who said yes; an overseer hears of nobody', async () => {
  const lives = async (now: string, events: readonly Event[]) => {
    const evening = await openScene(now)
    const screens = watchScreens(evening.story)
    const heard = listenIn(evening)
    for (const [at, one] of events.entries()) {
      await happens(evening, screens, one)
      const told = `after event ${at}, ${JSON.stringify(one)}`
      const allowed = new Set(namesAllowed(evening))
      const texts = heard().join('\n')
      const names = namesKnown(evening).filter((name) => texts.includes(name) && !allowed.has(name))
      expect(names, `${told}: ${texts}`).toEqual([])
      for (const word of secretWords) expect(texts, told).not.toContain(word)
      expectUntold(evening, told)
    }
  }
  const property = fc.asyncProperty(fc.constantFrom(...beginnings), histories, lives)
  // Looking for a simpler history must end before the test does, or it is not told.
  await fc.assert(property, { numRuns: 7, interruptAfterTimeLimit: 40_000 })
}, 60_000)

test('whoever has everything erased is no longer named on the group’s card', async () => {
  const { person, group, card } = await openEvening({ now: '2026-12-01 09:00' })
  for (const name of ['孙悦', '赵一鸣']) await person(name).presses('参加', group)
  await person('孙悦').says('/me')
  for (const label of ['我的资料', '申请删除', '确认删除']) await person('孙悦').presses(label)
  expect((await card()).text).toContain('已报名 1 人：赵一鸣')
})

async function openScene(now: string): Promise<Evening> {
  const evening = await openEvening({ now })
  const { story } = evening
  for (const name of [roles.overseer, roles.stranger, '王建国']) story.person(name).person.opens()
  story.app.store.work((w) => oversee(w, evening))
  await story.settle()
  return evening
}

/** What the bot wrote into the groups since this was last asked, also by changing a message. */
function listenIn({ story }: Evening): () => string[] {
  let fresh: string[] = []
  story.world.subscribe((event) => {
    if (event.kind !== 'posted' && event.kind !== 'edited') return
    const post = story.world.state.groups.get(event.chat)?.posts.get(event.message)
    if (post?.author === story.bot.id) fresh.push(post.message.text ?? post.message.caption ?? '')
  })
  return () => {
    const texts = fresh
    fresh = []
    return texts
  }
}

function namesKnown({ story }: Evening): string[] {
  return story.data.raw.prepare('SELECT DISTINCT name FROM people').pluck().all() as string[]
}

/** Those who say now that they come: on the roster or its frozen roll, not on leave, not erased. */
function namesAllowed({ story }: Evening): string[] {
  const today = story.clock.now().toISOString().slice(0, 10)
  const query = `
    SELECT name FROM rsvps JOIN people ON people.id = rsvps.person_id
    WHERE answer = 'going'
      AND NOT EXISTS (SELECT 1 FROM leaves WHERE leaves.session_id = rsvps.session_id
        AND leaves.person_id = rsvps.person_id AND state IN ('pending', 'approved'))
      AND NOT EXISTS (SELECT 1 FROM audit WHERE action = 'person.erase'
        AND subject = 'person:' || rsvps.person_id)
      AND (
        EXISTS (SELECT 1 FROM rolls WHERE rolls.session_id = rsvps.session_id
          AND rolls.person_id = rsvps.person_id)
        OR EXISTS (SELECT 1 FROM memberships WHERE memberships.person_id = rsvps.person_id
          AND (left_on IS NULL OR left_on > ?)))`
  return story.data.raw.prepare(query).pluck().all(today) as string[]
}

/** Nothing of those who hold no office stands on the screen of who oversees the branch. */
function expectUntold({ story, person }: Evening, told: string): void {
  const screen = screenIn(story, person(roles.overseer).person.id).join('\n')
  const query = `SELECT name FROM people WHERE id NOT IN (SELECT person_id FROM office_periods)`
  const names = story.data.raw.prepare(query).pluck().all() as string[]
  expect(
    [...names, ...secretWords].filter((one) => screen.includes(one)),
    `${told}: ${screen}`,
  ).toEqual([])
}
