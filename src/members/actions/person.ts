// Changes of somebody on the roster by what they are about, and the way back from each.

import { done, type Outcome, refused } from '../../kernel/result.ts'
import type { Day } from '../../kernel/time.ts'
import type { Who } from '../../kernel/who.ts'
import type { Work } from '../../platform/store/work.ts'
import { type Alteration, isUndoable, type UndoRefusal, type WayBack } from '../rules/change.ts'
import { endExemption, exempt, undoEnding, undoExemption } from './exemption.ts'
import { type About, keptBy, noteChange } from './managing.ts'
import {
  changeKind,
  keepMember,
  takeBack,
  transferOut,
  undoBeginning,
  undoTransfer,
} from './membership.ts'
import { changePartyGroup, undoPartyGroup } from './party-group.ts'
import { undoAdding } from './person-writing.ts'
import { type Changed, changeStanding, undoStanding } from './standing.ts'

/** Makes the change from that day on; of an exemption the day is its end, and may be open. */
export function alter(
  w: Work,
  who: Who,
  { to, day, ...about }: About & { to: Alteration; day: Day | undefined },
): Changed {
  if (to.what === 'exempt') {
    const { kind, fromOn } = to
    return exempt(w, who, { ...about, kind, fromOn, ...(day !== undefined && { untilOn: day }) })
  }
  if (to.what === 'leave' && day === undefined) return keepMember(w, who, about)
  if (day === undefined) return refused({ reason: 'gone' })
  switch (to.what) {
    case 'standing':
      return changeStanding(w, who, { ...about, standing: to.standing, day })
    case 'group':
      return changePartyGroup(w, who, { ...about, group: to.group, day })
    case 'kind':
      return changeKind(w, who, { ...about, kind: to.kind, day })
    case 'resume':
      return endExemption(w, who, { ...about, exemption: to.exemption, day })
    case 'leave':
      return transferOut(w, who, { ...about, day })
    case 'rejoin':
      return takeBack(w, who, { ...about, day })
  }
}

type Undoing = (w: Work, about: About, way: WayBack) => boolean

const undoings: Record<Alteration['what'] | 'add', Undoing> = {
  standing: undoStanding,
  group: undoPartyGroup,
  kind: undoBeginning,
  exempt: undoExemption,
  resume: undoEnding,
  leave: undoTransfer,
  rejoin: undoBeginning,
  add: undoAdding,
}

export interface Undo extends About {
  what: Alteration['what'] | 'add'
  way: WayBack
  /** When it was done, in minutes since 1970. */
  minute: number
}

/** Takes a change back within a day. */
export function undoChange(
  w: Work,
  who: Who,
  { what, way, minute, ...about }: Undo,
): Outcome<object, UndoRefusal> {
  if (!keptBy(w, who, about.branch)) return refused({ reason: 'notAllowed' })
  if (!isUndoable(minute, w.now)) return refused({ reason: 'tooLate' })
  if (!undoings[what](w, about, way)) return refused({ reason: 'used' })
  noteChange(w, who, about, { action: 'member.undo', detail: { what, row: way.row } })
  return done({})
}
