// A session in numbers and names, for those who keep the roll.

import type { Work } from '../../platform/store/work.ts'
import type { Session } from '../../sessions/rules.ts'
import { isMissing, type Tally, tallyOf } from '../rules/tally.ts'
import { attendanceOf } from './lines.ts'
import { namesApart } from './names.ts'
import { type Occasion, occasionOf } from './occasion.ts'

export interface ClosingFacts {
  occasion: Occasion
  tally: Tally
  /** Leaves nobody decided on. */
  undecided: number
  /** Names of those who were expected and are not here. */
  missing: readonly string[]
}

/** What the summary says. Only for private chats: it names who is missing. */
export function closingFacts(w: Work, session: Session): ClosingFacts {
  const lines = attendanceOf(w, session)
  const names = namesApart(w, lines)
  return {
    occasion: occasionOf(w, session),
    tally: tallyOf(lines),
    undecided: lines.filter(({ leave }) => leave?.state === 'pending').length,
    missing: lines.filter(isMissing).map(({ person, name }) => names.get(person) ?? name),
  }
}
