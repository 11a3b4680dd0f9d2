// How offices and their days are said.

import type { Office } from '../../kernel/roles.ts'
import { type Day, spokenDay } from '../../kernel/time.ts'
import { spokenOffice } from '../messages.ts'

/** What an office allows here, in words for whoever is asked to take it. */
const duties: Partial<Record<Office, string>> = {
  secretary: '管名册和职务，发通知、批请假、点名、导出台账',
  deputySecretary: '管名册，发通知、批请假、点名、导出台账',
  organiser: '发通知、批请假、点名',
}

export interface PostSaid {
  office: Office
  partyGroup?: { name: string }
}

/** 党小组长（第一党小组） */
export function spokenPost({ office, partyGroup }: PostSaid): string {
  const word = spokenOffice[office]
  return partyGroup ? `${word}（${partyGroup.name}）` : word
}

/** 组织委员（能发通知、批请假、点名） */
export function spokenPostWithDuties(post: PostSaid): string {
  const duty = duties[post.office]
  return duty === undefined ? spokenPost(post) : `${spokenPost(post)}（能${duty}）`
}

/** 从今天起, or from which day. */
export function spokenFrom(fromOn: Day, today: Day): string {
  return fromOn <= today ? '从今天起' : `从${spokenDay(fromOn, today)}起`
}
