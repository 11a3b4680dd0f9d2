// A branch with its secretary, organiser and members, for stories about importing rosters.

import { readFileSync } from 'node:fs'
import { writeXlsx } from 'hucre'
import type { Actor } from '../support/actor.ts'
import { claim, openBranch } from '../support/opening.ts'
import { branchName, roster } from '../support/people.ts'
import type { StageGroup } from '../support/stage.ts'
import { openStory, type Story } from '../support/story.ts'

/** 陈敏 to 赵一鸣, as they stand on the roster before any import. */
const known = roster.slice(0, 5)

export interface ImportingStage {
  story: Story
  group: StageGroup
  chen: Actor
  /** What the bot said to the secretary last. */
  said(): Promise<string>
  /** The labels under it. */
  labels(): Promise<string[]>
  /** Presses 更新名册 on the card of /members. */
  asks(): Promise<void>
}

export async function importingStage(): Promise<ImportingStage> {
  const story = await openStory()
  const opening = {
    title: branchName,
    secretary: '陈敏',
    roster: known,
    organiser: '周航',
    others: ['林涛'],
  }
  const group = await openBranch(story, opening)
  for (const member of known.slice(1, 3)) await claim(story, group, member)
  return { story, group, ...secretaryOf(story, '陈敏') }
}

export function secretaryOf(story: Story, name: string) {
  const chen = story.person(name)
  return {
    chen,
    said: async () => (await chen.last()).text,
    labels: async () => (await chen.last()).buttons.flat().map(({ label }) => label),
    async asks() {
      await chen.says('/members')
      await chen.presses('更新名册')
    },
  }
}

/** The bytes of a workbook with these rows. */
export async function workbookOf(...rows: string[][]): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await writeXlsx({ sheets: [{ name: '名册', rows }] }))
}

export function csvOf(...rows: string[][]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(rows.map((row) => row.join(',')).join('\n'))
}

/** A list as a secretary really sent it. */
export function sample(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(`rosters/${name}`, import.meta.url)))
}

/** The roster as the database holds it: name, digits, standing and party group of each. */
export function rosterRows({ data }: Story, branch = 1): string[] {
  return data.raw
    .prepare(
      `select people.name || ' ' || coalesce(phone_tail, '') || ' ' ||
         (select standing from standing_periods s where s.person_id = people.id
          order by from_on desc, id desc limit 1) || ' ' ||
         coalesce((select party_groups.name from party_group_periods p
          left join party_groups on party_groups.id = party_group_id
          where p.person_id = people.id order by from_on desc, p.id desc limit 1), '')
       from people join memberships on memberships.person_id = people.id
       where memberships.branch_id = ? order by position`,
    )
    .pluck()
    .all(branch)
    .map((row) => String(row).trim())
}

/** Every row that an import may touch. */
export function placesIn({ data }: Story): unknown {
  const tables = [
    'people',
    'memberships',
    'standing_periods',
    'party_groups',
    'party_group_periods',
  ]
  return tables.map((table) => data.raw.prepare(`select * from ${table} order by id`).all())
}
