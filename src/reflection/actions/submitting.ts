// Handing a reflection in, replacing it, taking it back.

import { done, type Outcome, refused } from '../../kernel/result.ts'
import type { Who } from '../../kernel/who.ts'
import { cancelLetters } from '../../platform/outbox/outbox.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import { formOf, type Reflection, textOf, type Whose } from '../rules.ts'
import { draftOf, reflectionOf, saveReflection, withdrawReflection } from '../store.ts'
import { isEditable, isLate } from './assignment.ts'
import { type Author, endDraft } from './collecting.ts'

export type SubmitRefusal = { reason: 'empty' } | { reason: 'settled' }

/** Hands the draft in. What was in time stays as it is once the day is over. */
export function submit(
  w: Work,
  who: Who,
  author: Author,
): Outcome<{ reflection: Reflection }, SubmitRefusal> {
  const parts = draftOf(w, author)
  if (parts.length === 0) return refused({ reason: 'empty' })
  if (reflectionOf(w, author) && !isEditable(w, author)) return refused({ reason: 'settled' })
  const reflection = {
    form: formOf(parts),
    text: textOf(parts),
    files: parts.filter(({ form }) => form !== 'text'),
    submittedAt: w.now,
    late: isLate(w, author),
  }
  const version = saveReflection(w, author, reflection)
  note(w, who, author, 'reflection.submit')
  endDraft(w, author)
  cancelLetters(w, reminderAbout(author))
  return done({ reflection: { ...reflection, version } })
}

/** Takes it back while it may still be changed. */
export function withdraw(w: Work, who: Who, whose: Whose): boolean {
  const withdrawn = isEditable(w, whose) && withdrawReflection(w, whose)
  if (withdrawn) note(w, who, whose, 'reflection.withdraw')
  return withdrawn
}

/** What unsent reminders about it are filed under. */
export function reminderAbout({ branch, person, month }: Whose): string {
  return `reflection:${branch}:${person}:${month}`
}

function note(w: Work, who: Who, { branch, month }: Whose, action: string): void {
  audit(w, who, { branch, action, subject: `reflection:${month}` })
}
