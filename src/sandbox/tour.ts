// 「试试看」: seven steps from an empty group to a workbook, judged by what has happened.

import { addDays, dayOn, spokenDay, weekdayOf } from '../kernel/time.ts'
import { type Player, rosterLines } from './cast.ts'
import type { Milestone } from './milestones.ts'
import type { Scene, Stage } from './stage.ts'

interface Step {
  id: string
  title: string
  hint: string
  done: boolean
  /** Whom to be, and which chat to look at. */
  as: number
  chat: number
  /** Something to send. */
  copy?: string
}

export interface Tour {
  steps: Step[]
  /** The first step that is still to do. */
  next: string | null
  claimCode: string
  roster: string
  group: { id: number; name: string }
  scene: Scene
}

/** The tour as it stands. */
export function tourOf(stage: Stage, scene: Scene): Tour {
  const steps = plans.map((plan) => stepOf(stage, plan))
  return {
    steps,
    next: steps.find(({ done }) => !done)?.id ?? null,
    claimCode: stage.claimCode(),
    roster: rosterLines.join('\n'),
    group: { id: stage.group.id, name: stage.group.title },
    scene,
  }
}

interface Scenery {
  hint: string
  who: keyof Pick<Stage['cast'], 'secretary' | 'organiser' | 'protagonist'>
  where: 'group' | 'private'
  copy?: (stage: Stage) => string
}

interface Plan {
  id: string
  title: string
  isDone(stage: Stage): boolean
  /** What to do now; the last one whose milestone is reached. */
  ways: readonly [Scenery, ...(Scenery & { after: Milestone })[]]
}

const plans: readonly Plan[] = [
  {
    id: 'open',
    title: '开通',
    isDone: has('confirmed'),
    ways: [
      {
        hint: '您是书记陈敏。在群里点“我来开通”，点“开始”，再把启用码发给支部小助手。',
        who: 'secretary',
        where: 'group',
        copy: (stage) => stage.claimCode(),
      },
    ],
  },
  {
    id: 'roster',
    title: '名册',
    isDone: has('opened'),
    ways: [
      {
        hint: '点“用群名”，粘贴示例名单，点“导入”；“哪位是您”选陈敏，再选每月安排，点“就这样”，组织委员选周航。',
        who: 'secretary',
        where: 'private',
        copy: () => rosterLines.join('\n'),
      },
    ],
  },
  {
    id: 'claim',
    title: '认领身份',
    isDone: ({ cast, world }) =>
      hasClaimed(world.bot.id, cast.organiser) &&
      [cast.protagonist, cast.newcomer].some((one) => hasClaimed(world.bot.id, one)),
    ways: [
      {
        hint: '换成李晓雯，在群里点“认领身份”，发送“李晓雯 6281”。再点“让其余同志回应”。',
        who: 'protagonist',
        where: 'group',
        copy: ({ cast: { protagonist } }) => `${protagonist.name} ${protagonist.tail}`,
      },
    ],
  },
  {
    id: 'announce',
    title: '发布培训',
    isDone: has('announced'),
    ways: [
      {
        hint: '换成组织委员周航，在私聊里发一句话，核对后点“发布到群”，再点“现在发送”。',
        who: 'organiser',
        where: 'private',
        copy: trainingSentence,
      },
    ],
  },
  {
    id: 'answer',
    title: '参加或请假',
    isDone: has('answered'),
    ways: [
      {
        hint: '换成李晓雯，在群里的培训卡片上点“参加”或“请假”。再点“让其余同志回应”。',
        who: 'protagonist',
        where: 'group',
      },
    ],
  },
  {
    id: 'checkIn',
    title: '签到',
    isDone: has('locked'),
    ways: [
      { hint: '点上面的“到下次活动”，看看路上发生了什么。', who: 'protagonist', where: 'group' },
      {
        after: 'checkInOpen',
        hint: '签到开始了。点“我到了，签到”，再点“让其余同志回应”。',
        who: 'protagonist',
        where: 'group',
      },
      {
        after: 'checkedIn',
        hint: '点“+1 小时”，周航会收到签到小结。',
        who: 'organiser',
        where: 'private',
      },
      {
        after: 'summedUp',
        hint: '您是周航。没到的同志可以补登记；再点“结束签到”，最后“确认并锁定”。',
        who: 'organiser',
        where: 'private',
      },
    ],
  },
  {
    id: 'export',
    title: '导出台账',
    isDone: ({ downloads }) => downloads.size > 0,
    ways: [
      {
        hint: '换回书记陈敏，在私聊里发 /export，选月份。',
        who: 'secretary',
        where: 'private',
        copy: () => '/export',
      },
      {
        after: 'exported',
        hint: '台账来了，点文件就能下载，用表格软件打开看看。',
        who: 'secretary',
        where: 'private',
      },
    ],
  },
]

function has(milestone: Milestone): Plan['isDone'] {
  return ({ reached }) => reached.has(milestone)
}

function stepOf(stage: Stage, { id, title, isDone, ways: [first, ...later] }: Plan): Step {
  const way = later.findLast(({ after }) => stage.reached.has(after)) ?? first
  const { hint, who, where, copy } = way
  return {
    id,
    title,
    hint,
    done: isDone(stage),
    as: stage.cast[who].person.id,
    chat: where === 'group' ? stage.group.id : stage.world.bot.id,
    ...(copy && { copy: copy(stage) }),
  }
}

function hasClaimed(bot: number, { person }: Player): boolean {
  return person.sees(bot).some(({ text }) => /认领成功|已经认领过/.test(text))
}

const friday = 5
const soonestDays = 5

/** A training on the first Friday that leaves time to answer. */
function trainingSentence({ clock, zone }: Stage): string {
  const day = Array.from({ length: 7 }, (_, more) =>
    addDays(dayOn(clock.now(), zone), soonestDays + more),
  ).find((each) => weekdayOf(each) === friday)
  const spoken = spokenDay(day ?? '').replaceAll(/[（）]/g, '')
  return `/newtraining ${spoken}19:00-20:30 党群服务中心二楼 文创企业版权保护党课`
}
