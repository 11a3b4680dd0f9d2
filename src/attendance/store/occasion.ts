// A session with what every sentence about it needs: its branch and whom to turn to.

import type { PersonId } from '../../kernel/ids.ts'
import { organiserOf, personById } from '../../members/store.ts'
import { type Branch, branchById } from '../../organisation/store.ts'
import type { Work } from '../../platform/store/work.ts'
import type { Session } from '../../sessions/rules.ts'

export interface Occasion {
  session: Session
  branch: Branch
  /** Whom people are sent to with questions: 周航同志. */
  contact: string
  now: Date
}

export function occasionOf(w: Work, session: Session): Occasion {
  const branch = branchById(w, session.branch)
  if (!branch) throw new Error(`session ${session.id} has no branch`)
  return { session, branch, contact: comradeName(w, organiserOf(w, session.branch)), now: w.now }
}

/** 周航同志; 组织者 when nobody holds the office. */
export function comradeName(w: Work, person: PersonId | undefined): string {
  const known = person === undefined ? undefined : personById(w, person)
  return known ? `${known.name}同志` : '组织者'
}
