// Somebody's standing changes on a day.

import { done, type Outcome, refused } from '../../kernel/result.ts'
import type { Day } from '../../kernel/time.ts'
import type { Who } from '../../kernel/who.ts'
import type { Work } from '../../platform/store/work.ts'
import type { ChangeRefusal, WayBack } from '../rules/change.ts'
import type { Standing } from '../rules.ts'
import { dropStanding, setStanding, standingsOn } from '../store/standing.ts'
import { type About, notBeforeJoining, noteChange, subjectOf } from './managing.ts'

export type Changed = Outcome<{ fromOn: Day; way?: WayBack }, ChangeRefusal>

export function changeStanding(
  w: Work,
  who: Who,
  { standing, day, ...about }: About & { standing: Standing; day: Day },
): Changed {
  const subject = subjectOf(w, who, about)
  if (!subject.ok) return subject
  const fromOn = notBeforeJoining(subject, day)
  const before = standingsOn(w, about.branch, fromOn).get(about.person)
  if (before === standing) return refused({ reason: 'unchanged' })
  const row = setStanding(w, { ...about, standing, fromOn })
  noteChange(w, who, about, { action: 'member.standing', detail: { standing, fromOn, row } })
  return done({ fromOn, way: { row } })
}

/** Takes the row back; false when it is somebody else's, or no more. */
export function undoStanding(w: Work, about: About, { row }: WayBack): boolean {
  return dropStanding(w, about, row)
}
