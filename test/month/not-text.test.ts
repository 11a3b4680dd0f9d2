// Where words are expected a sticker or a photo, with or without words under it, is asked again.

import { expect, test } from 'vitest'
import { openEvening } from '../attendance/evening.ts'
import { openingStage } from '../setup/opening-stage.ts'
import type { Actor } from '../support/actor.ts'
import type { Story } from '../support/story.ts'
import { businessOf } from './hands.ts'

interface Expecting {
  story: Story
  actor: Actor
}

const evening = (name: string, act: (actor: Actor) => Promise<unknown>) => async () => {
  const { story, person } = await openEvening()
  await act(person(name))
  return { story, actor: person(name) }
}
const opening =
  (step: Parameters<Awaited<ReturnType<typeof openingStage>>['until']>[0]) => async () => {
    const stage = await openingStage()
    await stage.until(step)
    return { story: stage.story, actor: stage.chen }
  }

const steps: readonly (readonly [string, () => Promise<Expecting>, string])[] = [
  ['the claim code', opening('code'), '请把 8 位启用码用文字发来'],
  ['the branch’s name', opening('name'), '请发送支部全称，例如'],
  ['the roster', opening('roster'), '请发 Excel（.xlsx）或 csv 文件'],
  ['the monthly rule of the opening', opening('rule'), '例如：每月第二个周五 19:00'],
  ['the organiser, where a button is meant', opening('organiser'), '请点下面的按钮选'],
  ['name and digits', evening('路人', (actor) => actor.opens('claim_1')), '这里需要文字'],
  ['a new training', evening('周航', (actor) => actor.says('/newtraining')), '这一步请发文字'],
  ['the monthly rule', evening('周航', (actor) => actor.says('/plan')), '这一步请发文字'],
  ['a word to a leave', evening('孙悦', noted), '请发文字，一句话就行'],
  ['why a leave is declined', declining, '请发文字，一句话就行'],
]

async function noted(actor: Actor): Promise<void> {
  await actor.says('请假 家中有事')
  await actor.presses('补充一句')
}

async function declining(): Promise<Expecting> {
  const { story, person } = await openEvening()
  await person('孙悦').says('请假 家中有事')
  await story.until('2026-11-25 11:20')
  await person('周航').presses('不同意')
  return { story, actor: person('周航') }
}

test.each(steps)('%s', async (_, begin, asked) => {
  const { story, actor } = await begin()
  const before = businessOf(story.data)
  const photo = { name: '1.jpg', bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0]) }
  const sendings = [
    () => actor.person.sendsSticker(story.bot),
    () => actor.person.sendsPhoto(story.bot, photo),
    () => actor.person.sendsPhoto(story.bot, photo, '每月第一个周五 19:00'),
  ]
  for (const send of sendings) {
    send()
    await story.settle()
    expect((await actor.last()).text).toContain(asked)
  }
  expect(businessOf(story.data)).toEqual(before)
})
