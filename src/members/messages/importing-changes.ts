// What a list would change in the roster there is.

import { type Html, html } from '../../kernel/html.ts'
import { spokenStanding } from '../messages.ts'
import type { RosterChanges } from '../rules/roster-changes.ts'
import type { RosterMember } from '../store.ts'
import { shortName } from './importing-names.ts'

type Changed = RosterChanges['changed'][number]

/** 王建国：预备党员 → 正式党员，补上后四位 6607 */
export function spokenChange(
  { person, name, set }: Changed,
  roster: ReadonlyMap<Changed['person'], RosterMember>,
): Html {
  const was = roster.get(person)
  const { phoneTail, standing, partyGroup } = set
  const words = [
    standing && `${was ? `${spokenStanding[was.standing]} → ` : ''}${spokenStanding[standing]}`,
    partyGroup !== undefined && `${groupOf(was)}${shortName(partyGroup)}`,
    phoneTail && `补上后四位 ${phoneTail}`,
  ]
  return html`${shortName(name)}：${words.filter(Boolean).join('，')}`
}

/** The roster by person, for what they were. */
export function byPerson(roster: readonly RosterMember[]) {
  return new Map(roster.map((member) => [member.person, member]))
}

function groupOf(was: RosterMember | undefined): string {
  return was?.partyGroup ? `${shortName(was.partyGroup.name)} → ` : '党小组 '
}
