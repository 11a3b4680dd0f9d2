// Somebody is not expected for a time: begun, ended, explained.

import type { ExemptionId, OrganisationId } from '../../kernel/ids.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import type { Day } from '../../kernel/time.ts'
import type { Who } from '../../kernel/who.ts'
import type { Work } from '../../platform/store/work.ts'
import type { WayBack } from '../rules/change.ts'
import { overlap, type Span } from '../rules/membership.ts'
import { cleanName, type ExemptionKind } from '../rules.ts'
import {
  type Exemption,
  endExemptionOn,
  exemptionById,
  exemptionsOf,
  noteExemption,
  saveExemption,
  withdrawExemption,
} from '../store/exemptions.ts'
import { type About, noteChange, subjectOf } from './managing.ts'
import type { Changed } from './standing.ts'

/** Two exemptions never meet: who has one ends it first. */
export function exempt(
  w: Work,
  who: Who,
  { kind, fromOn, untilOn, ...about }: About & Span & { kind: ExemptionKind },
): Changed {
  const subject = subjectOf(w, who, about)
  if (!subject.ok) return subject
  if (untilOn !== undefined && untilOn <= fromOn) return refused({ reason: 'endsBefore' })
  const span = { fromOn, ...(untilOn !== undefined && { untilOn }) }
  const other = exemptionsOf(w, about.branch, about.person).find((one) => overlap(one, span))
  if (other) return refused({ ...spanOf(other), reason: 'overlaps', kind: other.kind })
  const row = saveExemption(w, { ...about, kind, ...span }, who.person)
  noteChange(w, who, about, { action: 'member.exempt', detail: { kind, ...span, row } })
  return done({ fromOn, way: { row } })
}

export function undoExemption(w: Work, about: About, { row }: WayBack): boolean {
  const exemption = exemptionById(w, about.branch, row as ExemptionId)
  if (exemption?.person !== about.person) return false
  withdrawExemption(w, exemption.id)
  return true
}

/** They are expected again from that day on; one that had not begun is taken back. */
export function endExemption(
  w: Work,
  who: Who,
  { exemption: id, day, ...about }: About & { exemption: ExemptionId; day: Day },
): Changed {
  const subject = subjectOf(w, who, about)
  if (!subject.ok) return subject
  const exemption = exemptionById(w, about.branch, id)
  if (exemption?.person !== about.person) return refused({ reason: 'gone' })
  if (exemption.untilOn !== undefined && exemption.untilOn <= day) {
    return refused({ reason: 'unchanged' })
  }
  noteChange(w, who, about, { action: 'member.resume', detail: { row: id, day } })
  if (day <= exemption.fromOn) {
    withdrawExemption(w, id)
    return done({ fromOn: day })
  }
  endExemptionOn(w, id, day)
  return done({ fromOn: day, way: { row: id, before: exemption.untilOn ?? 'open' } })
}

/** Lets it go on as it was; not when another one has come in its place. */
export function undoEnding(w: Work, about: About, { row, before }: WayBack): boolean {
  const exemption = exemptionById(w, about.branch, row as ExemptionId)
  if (exemption?.person !== about.person || before === undefined) return false
  const untilOn = before === 'open' ? undefined : before
  const span = { fromOn: exemption.fromOn, ...(untilOn !== undefined && { untilOn }) }
  const all = exemptionsOf(w, about.branch, about.person)
  if (all.some((one) => one.id !== exemption.id && overlap(one, span))) return false
  endExemptionOn(w, exemption.id, untilOn)
  return true
}

/** Why, in a few words; only those who keep the roster read it. */
export function explainExemption(
  w: Work,
  who: Who,
  { branch, exemption: id, text }: { branch: OrganisationId; exemption: ExemptionId; text: string },
): Outcome<{ exemption: Exemption }, { reason: 'notAllowed' } | { reason: 'gone' }> {
  const exemption = exemptionById(w, branch, id)
  if (!exemption) return refused({ reason: 'gone' })
  const about = { branch, person: exemption.person }
  const subject = subjectOf(w, who, about)
  if (!subject.ok) return subject
  const note = cleanName(text)
  noteExemption(w, id, note)
  noteChange(w, who, about, { action: 'member.exemptNote', detail: { row: id } })
  return done({ exemption: { ...exemption, note } })
}

function spanOf({ fromOn, untilOn }: Span): Span {
  return { fromOn, ...(untilOn !== undefined && { untilOn }) }
}
