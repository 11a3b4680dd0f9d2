// The sample people: who they are and how they go by in their chats.

import type { Person } from './person.ts'
import type { World } from './world.ts'

/** Somebody of the sample branch, or somebody who looks on. */
export interface Character {
  name: string
  /** The last four digits of the phone, as in the roster; absent: not on it. */
  tail?: string
  standing?: '预备'
  /** Given to those one may play. */
  role?: string
  age?: number
  note?: string
  /** How they call themselves in Telegram, when not by their name. */
  alias?: string
}

export const branchName = '青砖里文创园联合党支部'
export const botProfile = { name: '支部小助手', username: 'qzl_zhibu_bot' }

const characters: readonly Character[] = [
  { name: '陈敏', tail: '6601', role: '书记', age: 45, note: '群主，手里有启用码' },
  { name: '周航', tail: '7702', role: '组织委员', age: 38, note: '发通知、批请假、点名' },
  { name: '李晓雯', tail: '6281', role: '党员', age: 29, note: '设计一组，常出差' },
  { name: '孙悦', tail: '3304', role: '党员', age: 33, note: '' },
  { name: '赵一鸣', tail: '4405' },
  { name: '何雨桐', tail: '5506', role: '党员', age: 41, note: '' },
  { name: '林涛', tail: '6607' },
  { name: '王建国', tail: '0123', role: '党员', age: 62, note: '不爱打字' },
  { name: '冯丽', tail: '1109' },
  { name: '杨博', tail: '1110' },
  { name: '郑海燕', tail: '2811' },
  { name: '许静', tail: '3912' },
  { name: '韩立', tail: '5013' },
  { name: '唐雅琴', tail: '8114' },
  { name: '曹志强', tail: '9215' },
  { name: '彭文博', tail: '1316' },
  { name: '苏晚晴', tail: '2417', standing: '预备' },
  {
    name: '陆明远',
    tail: '3518',
    standing: '预备',
    role: '还没认领的新同志',
    age: 24,
    note: '名册里有陆明远 3518，群里叫“小陆”',
    alias: '小陆',
  },
]

const overseer: Character = {
  name: '高峰',
  role: '上级观察员',
  age: 50,
  note: '上级党委，不在这个群里',
}

/** A character who is in the world. */
export interface Player extends Character {
  person: Person
}

export interface Cast {
  /** In the order of the roster, the secretary first. */
  members: readonly Player[]
  overseer: Player
  /** Those one may be. */
  personas: readonly Player[]
  secretary: Player
  organiser: Player
  /** Who the tour plays. */
  protagonist: Player
  /** Plays no part until somebody plays it. */
  newcomer: Player
  /** All others who would answer by themselves. */
  crowd: readonly Player[]
}

/** Everybody enters a new world; their ids are the same in each. */
export function createCast(world: World): Cast {
  const enter = (character: Character): Player => ({
    ...character,
    person: world.person({
      firstName: character.alias ?? character.name,
      ...(character.tail && { phone: `+861380000${character.tail}` }),
    }),
  })
  const members = characters.map(enter)
  const watching = enter(overseer)
  const [secretary, organiser, protagonist] = members
  const newcomer = members.at(-1)
  if (!secretary || !organiser || !protagonist || !newcomer)
    throw new Error('The cast is incomplete')
  return {
    members,
    overseer: watching,
    personas: [...members.filter(({ role }) => role !== undefined), watching],
    secretary,
    organiser,
    protagonist,
    newcomer,
    crowd: members.filter((one) => one !== protagonist && one !== newcomer),
  }
}

/** The roster as a secretary would paste it. */
export const rosterLines: readonly string[] = characters.map(({ name, tail, standing }) =>
  [name, tail, standing].filter(Boolean).join(' '),
)
