// The question of the step an opening is at; asked again when somebody comes back.

import type { Message } from '../../kernel/message.ts'
import type { Who } from '../../kernel/who.ts'
import { parseRosterLines } from '../../members/rules/roster-lines.ts'
import { type RosterMember, rosterNow } from '../../members/store.ts'
import type { Work } from '../../platform/store/work.ts'
import { type Opening, titleOf } from '../actions.ts'
import { preview, rosterPlease } from '../messages/roster.ts'
import {
  type Choosable,
  defaultsPlease,
  organiserPlease,
  rulePlease,
  whoOfThem,
} from '../messages/steps.ts'
import { codePlease, namePlease } from '../messages.ts'

/** What is asked at this step; names come in pages, from 0. */
export function question(w: Work, who: Who, opening: Opening, page = 0): Message {
  const { branch, step, chat, pasted } = opening
  switch (step) {
    case 'code':
      return codePlease(titleOf(w, chat))
    case 'name':
      return namePlease(branch, titleOf(w, chat))
    case 'roster':
      if (!pasted) return rosterPlease
      return preview({ branch, stamp: pasted.stamp }, parseRosterLines(pasted.text))
    case 'self':
      return whoOfThem(branch, choosable(rosterNow(w, branch)), page)
    case 'rule':
      return rulePlease(branch)
    case 'defaults':
      return defaultsPlease(branch)
    case 'organiser': {
      const others = rosterNow(w, branch).filter(({ person }) => person !== who.person)
      return organiserPlease(branch, choosable(others), page)
    }
  }
}

/** Names for buttons; a name that comes twice shows its last two digits. */
function choosable(roster: readonly RosterMember[]): Choosable[] {
  return roster.map(({ person, name, phoneTail }) => {
    const isTwice = roster.filter((other) => other.name === name).length > 1
    return { person, label: isTwice && phoneTail ? `${name} 尾号${phoneTail.slice(-2)}` : name }
  })
}
