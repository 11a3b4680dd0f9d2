// What attendance holds of one person over all branches; and taking out what they wrote.

import { and, asc, eq, inArray } from 'drizzle-orm'
import type { PersonId, SessionId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/store/work.ts'
import { sessions } from '../../sessions/schema.ts'
import { leaves, marks, remindersSent, rsvps } from '../schema.ts'

/** Every mark, also those that later ones replaced. */
export function marksKept(w: Work, person: PersonId) {
  return w.tx.select().from(marks).where(eq(marks.personId, person)).orderBy(asc(marks.id)).all()
}

export function leavesKept(w: Work, person: PersonId) {
  return w.tx.select().from(leaves).where(eq(leaves.personId, person)).orderBy(asc(leaves.id)).all()
}

export function answersKept(w: Work, person: PersonId) {
  return w.tx
    .select()
    .from(rsvps)
    .where(eq(rsvps.personId, person))
    .orderBy(asc(rsvps.answeredAt))
    .all()
}

export function remindersKept(w: Work, person: PersonId) {
  return w.tx
    .select()
    .from(remindersSent)
    .where(eq(remindersSent.personId, person))
    .orderBy(asc(remindersSent.sentAt))
    .all()
}

/** Reasons in words and the answers to them go; that there was a leave, and its kind, stays. */
export function blankLeaves(w: Work, person: PersonId): void {
  w.tx.update(leaves).set({ note: null, answer: null }).where(eq(leaves.personId, person)).run()
}

/** Takes back each yes to what is not over; gives the sessions. */
export function withdrawAnswers(w: Work, person: PersonId): SessionId[] {
  const { sessionId, personId, answer } = rsvps
  const notOver = w.tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(inArray(sessions.state, ['published', 'open']))
  return w.tx
    .update(rsvps)
    .set({ answer: 'withdrawn' })
    .where(and(eq(personId, person), eq(answer, 'going'), inArray(sessionId, notOver)))
    .returning({ session: sessionId })
    .all()
    .map(({ session }) => session)
}

/** Which reminders they were sent is of no more use. */
export function dropReminders(w: Work, person: PersonId): void {
  w.tx.delete(remindersSent).where(eq(remindersSent.personId, person)).run()
}
