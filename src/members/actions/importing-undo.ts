// Taking an import back: exactly what it did, and nothing that was used since.

import type { ImportId, OrganisationId } from '../../kernel/ids.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import { may, type Who } from '../../kernel/who.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import {
  type ChangedPerson,
  goodUntil,
  type ImportEffects,
  type InUse,
  isSameTrace,
} from '../rules/importing.ts'
import { changeImport, importById, lastImport } from '../store/importing.ts'
import {
  forgetPartyGroup,
  forgetPeople,
  restoreTrace,
  tracesOf,
} from '../store/importing-traces.ts'
import { isPartyGroupUsed, usesOf } from '../store/importing-uses.ts'
import { refreshClaimCard } from './claim-card.ts'

export interface Staying {
  name: string
  why: InUse
}

export interface Undone {
  branch: OrganisationId
  removed: number
  restored: number
  staying: readonly Staying[]
}

export type UndoRefusal =
  | { reason: 'notAllowed' | 'tooLate' | 'already' | 'notLast' }
  | { reason: 'inUse'; staying: readonly Staying[] }

/** Takes an import back within a day, the newest first; who is used since stays. */
export function undoImport(w: Work, who: Who, id: ImportId): Outcome<Undone, UndoRefusal> {
  const found = undoable(w, who, id)
  if (!found.ok) return found
  const { branch, effects } = found
  const { back, staying } = sorted(w, branch, effects)
  if (back.length === 0) return refused({ reason: 'inUse', staying })
  const counts = putBack(w, branch, back)
  for (const group of effects.partyGroups) {
    if (!isPartyGroupUsed(w, group)) forgetPartyGroup(w, group)
  }
  changeImport(w, id, { state: 'undone', effects: null })
  const detail = { ...counts, staying: staying.length }
  audit(w, who, { branch, action: 'roster.undo', subject: `import:${id}`, detail })
  refreshClaimCard(w, branch)
  return done({ branch, ...counts, staying })
}

function undoable(
  w: Work,
  who: Who,
  id: ImportId,
): Outcome<{ branch: OrganisationId; effects: ImportEffects }, UndoRefusal> {
  const list = importById(w, id)
  if (!list || !may(who, 'roster.manage', list.branch)) return refused({ reason: 'notAllowed' })
  const { branch, state, effects, importedAt } = list
  if (state === 'undone') return refused({ reason: 'already' })
  if (!effects || !importedAt || w.now >= goodUntil(importedAt)) {
    return refused({ reason: 'tooLate' })
  }
  if (lastImport(w, branch) !== id) return refused({ reason: 'notLast' })
  return done({ branch, effects })
}

/** Forgets those who were added and gives the others back what they had. */
function putBack(w: Work, branch: OrganisationId, back: readonly ChangedPerson[]) {
  const added = back.filter(({ before }) => !before).map(({ person }) => person)
  forgetPeople(w, branch, added)
  for (const { person, before } of back) {
    if (before) restoreTrace(w, { branch, person }, before)
  }
  return { removed: added.length, restored: back.length - added.length }
}

/** Whose rows are as the import left them, and who stays. */
function sorted(w: Work, branch: OrganisationId, { people }: ImportEffects) {
  const now = tracesOf(w, branch)
  const added = people.filter(({ before }) => !before).map(({ person }) => person)
  const uses = usesOf(w, added)
  const back: ChangedPerson[] = []
  const staying: Staying[] = []
  for (const one of people) {
    const why = uses.get(one.person) ?? changedSince(one, now)
    if (why) staying.push({ name: one.name, why })
    else back.push(one)
  }
  return { back, staying }
}

/** Somebody whose line became one with an older person is there no more: they said who they are. */
function changedSince(
  { person, after }: ChangedPerson,
  now: ReturnType<typeof tracesOf>,
): InUse | undefined {
  const trace = now.get(person)
  if (!trace) return 'claimed'
  return isSameTrace(trace, after) ? undefined : 'changed'
}
