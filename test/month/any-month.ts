// Any history of a branch over a month: what its people do, whole or broken off, in any order; and
// presses on whatever stands before them.

import fc from 'fast-check'
import type { Evening } from '../attendance/evening.ts'
import type { Actor } from '../support/actor.ts'
import { at } from '../support/clock.ts'
import type { Screens } from './hands.ts'

/** What must be seen nowhere but where it belongs. */
export const secretWords = ['回老家动手术', '长期外地驻场', '版权要从源头管起', '后四位写错了']

const members = ['周航', '李晓雯', '孙悦', '赵一鸣', '何雨桐', '林涛', '王建国'] as const
const everybody = ['陈敏', ...members, '路人', '郑秀', '高峰'] as const

/**
 * What people do, step by step: `“` begins what they write, all else they press. `X` is any member, and
 * a step without its button ends the deed.
 */
const deeds: readonly (readonly [by: string, ...steps: string[]])[] = [
  ['X', 'claim', '“X 1962', '是我'],
  ['X', 'card:参加'],
  ['X', 'card:参加'],
  ['X', 'card:参加', '取消登记'],
  ['X', 'card:请假', '出差公务', '补充一句', '“长期外地驻场'],
  ['X', '“请假 回老家动手术', '参加'],
  ['X', '“请假 回老家动手术', '撤回'],
  ['周航', '“/todo', '同意'],
  ['周航', '“/todo', '不同意', '“回老家动手术'],
  ['X', '“签到'],
  ['X', '“签到', '撤销'],
  ['周航', '“/rollcall', 'X', '完成'],
  ['周航', '结束签到', '确认并锁定'],
  [
    '周航',
    '“/newtraining 12月18日周五19:00-20:30 二楼 读书会',
    '发布到群',
    '现在发送',
    '取消活动',
    '确认取消活动',
  ],
  ['X', '“体会', '“版权要从源头管起', '提交'],
  [
    '陈敏',
    '“/members',
    '逐个看',
    'X',
    '免到',
    '长期病休',
    '今天起',
    '直到另行说明',
    '看X',
    '写说明',
    '“长期外地驻场',
  ],
  ['陈敏', '“/members', '逐个看', 'X', '恢复应到', '今天起'],
  ['陈敏', '“/members', '逐个看', 'X', '转出', '今天起', '确认转出'],
  ['陈敏', '“/members', '逐个看', 'X', '改身份', '预备党员', '今天起', '撤销'],
  ['陈敏', '“/members', '逐个看', 'X', '解除认领', '解除认领'],
  ['陈敏', '“/members', '逐个看', '已转出的同志', 'X', '再次转入', '今天起'],
  ['陈敏', '“/members', '党小组', '新建党小组', '“设计一组', '加入同志', 'X', '今天起'],
  [
    '陈敏',
    '“/members',
    '更新名册',
    '“吴丽 1212\n孙悦 1004 预备\n何雨桐 5559',
    '导入',
    '撤销这次导入',
  ],
  ['陈敏', '“/members', '更新名册', '“钱鸣 1313\n李晓雯 6281 积极分子', '导入'],
  ['陈敏', '“/members', '添加一位', '“冯丽 1414', '今天起'],
  ['陈敏', '“/members', '职务', '请人担任…', 'X', '组织委员', '今天起', '发给X'],
  ['陈敏', '“/members', '职务', '移交书记…', 'X', '今天起', '发给X'],
  ['X', '我来担任'],
  ['X', '“/me', '我的资料', '有误，请更正', '“后四位写错了'],
  ['陈敏', '已更正'],
  ['X', '“/me', '我的资料', '解除绑定', '确认解除'],
  ['X', '“/me', '我的资料', '申请删除', '确认删除'],
  ['X', '“/settings', '暂停到月底'],
  ['陈敏', '“/settings', '体会保存', '12 个月'],
  ['陈敏', '“/settings', '停用支部', '停用'],
  ['陈敏', '“/export 2026-12'],
  ['郑秀', 'claim', '“/members', '“/status', '“孙悦 1004'],
]

/** When a history may begin: before anything, the day before, and as people arrive. */
export const beginnings = ['2026-12-01 09:00', '2026-12-03 18:00', '2026-12-04 18:20'] as const

/** Instants around which the clock says something. */
const instants = [
  ...['2026-12-02 09:00', '2026-12-03 18:31', '2026-12-04 08:31', '2026-12-04 17:00'],
  ...['2026-12-04 18:31', '2026-12-04 19:11', '2026-12-04 19:31', '2026-12-04 20:31'],
  ...['2026-12-05 10:00', '2026-12-07 09:31', '2026-12-21 10:01', '2026-12-28 18:31'],
  ...['2026-12-31 10:01', '2026-12-31 16:01', '2027-01-04 09:00'],
].map(at)

/** One thing that happens. */
export const event = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ deed: fc.constantFrom(...deeds), member: fc.constantFrom(...members) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      presser: fc.constantFrom(...everybody),
      inGroup: fc.boolean(),
      /** How many buttons ago the pressed one came. */
      back: fc.nat(40),
    }),
  },
  { weight: 1, arbitrary: fc.constant('time passes' as const) },
)
export type Event = typeof event extends fc.Arbitrary<infer One> ? One : never

/** Lets it happen, as far as it can. */
export async function happens(evening: Evening, screens: Screens, one: Event): Promise<void> {
  const { story, person } = evening
  if (one === 'time passes') {
    const next = instants.find((instant) => instant > story.clock.now())
    if (next) story.clock.set(next)
    return story.beat()
  }
  if ('presser' in one) return presses(evening, screens, one)
  const [by, ...steps] = one.deed.map((step) => step.replaceAll('X', one.member))
  const actor = person(by ?? '')
  for (const step of steps) if (!(await does(evening, actor, step))) return
}

async function does({ branch, group }: Evening, actor: Actor, step: string): Promise<boolean> {
  if (step === 'claim') await actor.opens(`claim_${branch}`)
  else if (step.startsWith('“')) await actor.says(step.slice(1))
  else {
    const [place, label] = step.startsWith('card:') ? [group, step.slice(5)] : [undefined, step]
    const recent = actor.sees(place).slice(-3)
    if (!recent.some(({ buttons }) => buttons.flat().some((one) => one.label.includes(label)))) {
      return false
    }
    await actor.presses(label, place)
  }
  return true
}

async function presses(
  { story, person, group }: Evening,
  screens: Screens,
  { presser, inGroup, back }: { presser: string; inGroup: boolean; back: number },
): Promise<void> {
  const actor = person(presser)
  const chat = inGroup ? group.id : actor.person.id
  const theirs = screens.data.filter((button) => button.chat === chat)
  const button = theirs.at(-1 - (back % Math.max(1, theirs.length)))
  if (!button) return
  actor.forges(button.data, inGroup ? group : undefined)
  await story.settle()
}
