// 「让其余同志回应」: the sample members do what they would, by pressing and writing themselves.

import { type Actor, actor } from './acting.ts'
import type { Player } from './cast.ts'
import type { Seen } from './seen.ts'
import type { Stage } from './stage.ts'

/** Those who cannot come, and why; whom nobody sees though they said yes. */
const away: Readonly<Record<string, string>> = { 林涛: '家中有事', 许静: '身体不适' }
const forgetful = '曹志强'
const bySpeech = '王建国'
const reflections = [
  '版权登记原来不贵，我们设计组上半年的三个系列都没登记，这个月先把台账补上，再把登记流程贴到工位旁边。',
  '听完最大的感受是先留痕再合作。以后给外面看样稿，我会先写好授权范围，再发文件。',
  '李老师讲的两个案例就发生在园区。建议每季度请一位懂法的同志来坐半天，大家带着合同来问。',
  '以前觉得字体不要紧，现在知道海报上的字也要查授权。已经把店里的菜单换成了可以免费商用的字体。',
]

interface Deed {
  /** What many did, after their number. */
  said: string
  /** Who does it now: gives false when there was nothing to do. */
  run(one: Actor, player: Player, stage: Stage): Promise<boolean>
}

const deeds: readonly Deed[] = [
  { said: '位同志认领了身份', run: claim },
  { said: '位同志登记了参加', run: join },
  { said: '位同志请了假', run: askLeave },
  { said: '位同志签了到', run: checkIn },
  { said: '位同志交了学习体会', run: reflect },
]

/** Everybody in the crowd does what is open for them now; says what was done. */
export function gather(stage: Stage): Promise<string> {
  return letAct(stage, stage.cast.crowd)
}

/** The same for some of the people. */
export async function letAct(stage: Stage, players: readonly Player[]): Promise<string> {
  const counts = new Map<Deed, number>()
  for (const player of players) {
    const one = actor(stage, player.person)
    for (const deed of deeds) {
      if (await deed.run(one, player, stage)) counts.set(deed, (counts.get(deed) ?? 0) + 1)
    }
  }
  const lines = deeds.flatMap((deed) => {
    const count = counts.get(deed)
    return count === undefined ? [] : `${count} ${deed.said}`
  })
  return lines.length > 0 ? `${lines.join('，')}。` : '现在没有等大家回应的事。'
}

async function claim(one: Actor, { name, tail, person }: Player, stage: Stage): Promise<boolean> {
  const isKnown = person === stage.cast.secretary.person || hasClaimed(one)
  if (isKnown || !(await one.presses('认领身份', 'group'))) return false
  await one.says(`${name} ${tail}`)
  await one.presses('是我')
  return hasClaimed(one)
}

async function join(one: Actor, { name }: Player, stage: Stage): Promise<boolean> {
  const card = openCard(one, stage)
  if (!card || away[name] || hasAnswered(one, name, card)) return false
  return one.presses('参加', 'group')
}

async function askLeave(one: Actor, { name }: Player, stage: Stage): Promise<boolean> {
  const card = openCard(one, stage)
  const reason = away[name]
  if (!card || !reason || hasAnswered(one, name, card)) return false
  await one.presses('请假', 'group')
  return one.presses(reason)
}

/** Only those who said yes come, and not all of them. */
async function checkIn(one: Actor, { name }: Player, stage: Stage): Promise<boolean> {
  const card = openCard(one, stage)
  const isComing = card?.text.includes(name) && name !== forgetful
  if (!card || !isComing || one.heardSince(card.at, /签到成功|已签到|已签过到/)) return false
  return one.presses('签到', 'group')
}

async function reflect(one: Actor, { name }: Player, { cast }: Stage): Promise<boolean> {
  const question = one.newest(/学习体会.*(?:前交即可|前）|今天交就行)/s)
  if (!question || one.heardSince(question.at, /✅ 已收到/)) return false
  await one.presses('写')
  const number = cast.members.findIndex((member) => member.name === name)
  if (name === bySpeech) await one.speaks(75)
  else await one.says(reflections[number % reflections.length] ?? '')
  return one.presses('提交')
}

/** The group's card of the session one can still answer or come to. */
function openCard({ person }: Actor, { group }: Stage): Seen | undefined {
  const last = person.sees(group).findLast(({ text }) => text.startsWith('📚'))
  return last && last.buttons.length > 0 ? last : undefined
}

/** The card names those who come; leave is spoken of in private. */
function hasAnswered(one: Actor, name: string, card: Seen): boolean {
  return card.text.includes(name) || one.heardSince(card.at, /请假：/)
}

function hasClaimed(one: Actor): boolean {
  return one.newest(/认领成功|已经认领过/) !== undefined
}
