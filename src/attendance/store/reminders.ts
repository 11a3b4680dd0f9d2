// The reminder budget, written down: what each person was reminded of.

import { and, count, eq } from 'drizzle-orm'
import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/store/work.ts'
import { automaticReminders } from '../rules/reminders.ts'
import { remindersSent } from '../schema.ts'

export interface Reminder {
  branch: OrganisationId
  person: PersonId
  /** About what, e.g. `session:42` or `reflection:2026-12`. */
  item: string
  /** Which of the reminders about it, e.g. `dayBefore`. */
  kind: string
}

/** Whether the person has an automatic reminder about it left. */
export function hasReminderLeft(
  w: Work,
  { person, item }: Pick<Reminder, 'person' | 'item'>,
): boolean {
  const sent = w.tx
    .select({ count: count() })
    .from(remindersSent)
    .where(and(eq(remindersSent.personId, person), eq(remindersSent.item, item)))
    .get()
  return (sent?.count ?? 0) < automaticReminders
}

/** Notes a reminder that is being sent; false when this one was sent before, or none is left. */
export function noteReminder(w: Work, { branch, person, item, kind }: Reminder): boolean {
  if (!hasReminderLeft(w, { person, item })) return false
  return (
    w.tx
      .insert(remindersSent)
      .values({ branchId: branch, personId: person, item, kind, sentAt: w.now })
      .onConflictDoNothing()
      .run().changes > 0
  )
}

/** Who was sent that reminder. */
export function remindedOf(
  w: Work,
  { item, kind }: Pick<Reminder, 'item' | 'kind'>,
): Set<PersonId> {
  const rows = w.tx
    .select({ person: remindersSent.personId })
    .from(remindersSent)
    .where(and(eq(remindersSent.item, item), eq(remindersSent.kind, kind)))
    .all()
  return new Set(rows.map(({ person }) => person))
}
