// 「一个月之后」: a month as the sample branch lives it, replayed by its people's own presses.

import { readFileSync } from 'node:fs'
import { instant } from '../kernel/time.ts'
import { type Actor, actor } from './acting.ts'
import { rosterLines } from './cast.ts'
import { letAct } from './crowd.ts'
import { jump } from './jump.ts'
import type { Stage } from './stage.ts'

const photographer = '何雨桐'

interface Playing {
  stage: Stage
  secretary: Actor
  organiser: Actor
  protagonist: Actor
  /** Lets the time pass until that local time. */
  until(day: string, clock: string): Promise<void>
}

/** Plays from the opening to January; `passed` hears how far time has got. */
export async function playMonth(stage: Stage, passed: (at: Date) => void): Promise<void> {
  const { cast, zone } = stage
  const playing: Playing = {
    stage,
    secretary: actor(stage, cast.secretary.person),
    organiser: actor(stage, cast.organiser.person),
    protagonist: actor(stage, cast.protagonist.person),
    until: (day, clock) => jump(stage, instant(day, clock, zone), passed),
  }
  await openBranch(playing)
  await claimAll(playing)
  await announceTraining(playing)
  await answerAll(playing)
  await holdTraining(playing)
  await handIn(playing)
  await announceNext(playing)
  await exportLedger(playing)
}

async function openBranch({ stage, secretary }: Playing): Promise<void> {
  await press(secretary, '我来开通', 'group')
  await secretary.says(stage.claimCode())
  await press(secretary, '用群名')
  await secretary.says(rosterLines.join('\n'))
  await press(secretary, '导入')
  await press(secretary, stage.cast.secretary.name)
  await press(secretary, '每月第一个周五')
  await press(secretary, '就这样')
  await press(secretary, stage.cast.organiser.name)
}

async function claimAll({ stage, secretary, protagonist, until }: Playing): Promise<void> {
  const { name, tail } = stage.cast.protagonist
  secretary.tellsGroup('以后通知、请假、签到都在这里点一下就行，不用再接龙了。')
  await until('2026-11-25', '10:40')
  await letAct(stage, stage.cast.crowd.slice(0, 9))
  protagonist.tellsGroup('我在外面布展，晚点认领。')
  await until('2026-11-25', '15:20')
  await press(protagonist, '认领身份', 'group')
  await protagonist.says(`${name} ${tail}`)
  await press(protagonist, '是我')
  await letAct(stage, stage.cast.crowd)
}

async function announceTraining({ stage, organiser, secretary, until }: Playing): Promise<void> {
  await until('2026-11-26', '09:30')
  await organiser.says('/newtraining 12月4日周五19:00-20:30 党群服务中心二楼 文创企业版权保护党课')
  await press(organiser, '发布到群')
  await press(organiser, '现在发送')
  await until('2026-11-26', '09:34')
  pinCard(stage, secretary)
}

async function answerAll({ stage, protagonist, organiser, until }: Playing): Promise<void> {
  await until('2026-11-26', '10:05')
  await letAct(stage, stage.cast.crowd.slice(0, 10))
  await press(protagonist, '参加', 'group')
  await until('2026-11-27', '14:10')
  await letAct(stage, stage.cast.crowd)
  await until('2026-11-27', '15:00')
  await press(organiser, '全部同意')
}

async function holdTraining(playing: Playing): Promise<void> {
  const { stage, secretary, organiser, protagonist, until } = playing
  await until('2026-12-04', '18:36')
  await press(protagonist, '签到', 'group')
  await letAct(stage, stage.cast.crowd.slice(0, 11))
  await until('2026-12-04', '18:51')
  await letAct(stage, stage.cast.crowd.slice(0, -2))
  await until('2026-12-04', '19:14')
  await letAct(stage, stage.cast.crowd)
  await until('2026-12-04', '20:36')
  sendPicture(stage)
  await until('2026-12-04', '20:40')
  secretary.tellsGroup('今晚讲得实在，谢谢李老师，也谢谢大家。')
  await press(organiser, '结束签到')
  await press(organiser, '确认并锁定')
}

async function handIn({ stage, until }: Playing): Promise<void> {
  await until('2026-12-08', '12:20')
  await letAct(stage, stage.cast.crowd.slice(0, 7))
  await until('2026-12-29', '20:10')
  await letAct(stage, stage.cast.crowd.slice(0, -2))
}

/** The next training is out, so that there is something to do in this scene. */
async function announceNext({ stage, organiser, secretary, until }: Playing): Promise<void> {
  await until('2026-12-30', '10:00')
  await organiser.says(
    '/newtraining 2027年1月8日周五19:00-20:30 党群服务中心二楼 字体与图片的使用边界',
  )
  await press(organiser, '发布到群')
  await press(organiser, '现在发送')
  await until('2026-12-30', '10:06')
  pinCard(stage, secretary)
  await until('2026-12-30', '14:30')
  await letAct(stage, stage.cast.crowd.slice(0, 9))
}

async function exportLedger({ secretary, until }: Playing): Promise<void> {
  await until('2027-01-04', '09:10')
  await secretary.says('/export 2026-12')
}

/** What is to come stands on top of the group, put there by its owner. */
function pinCard({ group }: Stage, { person }: Actor): void {
  const card = person.sees(group).findLast(({ text }) => text.startsWith('📚'))
  if (!card) throw new Error('The month cannot be played: there is no card to pin')
  group.pins(card, person)
}

/** Drawn for this scene; nobody is on it. */
function sendPicture({ cast, group }: Stage): void {
  const bytes = readFileSync(new URL('training.jpg', import.meta.url))
  const sender = cast.members.find(({ name }) => name === photographer)
  sender?.person.sendsPhoto(group, { name: '集中培训.jpg', bytes }, '今晚的课，坐得满满的。')
}

/** A month without one of its presses would be another month. */
async function press(one: Actor, words: string, where?: 'group'): Promise<void> {
  if (await one.presses(words, where)) return
  throw new Error(`The month cannot be played: nobody shows the button ${words}`)
}
