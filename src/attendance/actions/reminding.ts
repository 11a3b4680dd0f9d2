// Reminds, in private, only those from whom nothing has been heard; then hands over to a human.

import type { PersonId, SessionId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import { tell } from '../../members/actions.ts'
import { mayRemind } from '../../members/store/preferences.ts'
import { rosterNow } from '../../members/store.ts'
import type { Work } from '../../platform/store/work.ts'
import { type Session, sessionAbout } from '../../sessions/rules.ts'
import { type RollEntry, rollOf, sessionById } from '../../sessions/store.ts'
import * as say from '../messages/reminding.ts'
import { leavesOf } from '../store/leaves.ts'
import { namesApart } from '../store/names.ts'
import { occasionOf } from '../store/occasion.ts'
import { hasReminderLeft, noteReminder, remindedOf } from '../store/reminders.ts'
import { goingOf } from '../store/rsvps.ts'
import { tellFirst } from './office.ts'

/** The day before: those expected who have neither answered nor asked for leave. */
export function remindDayBefore(w: Work, id: SessionId): void {
  const session = announced(w, id)
  if (!session) return
  const occasion = occasionOf(w, session)
  for (const { person, name } of unanswered(w, session)) {
    remind(w, session, { person, kind: 'dayBefore', message: say.dayBefore(occasion, name) })
  }
}

/** Two hours before, without a sound: those who said yes. */
export function remindSameDay(w: Work, id: SessionId): void {
  const session = announced(w, id)
  if (!session) return
  const message = say.sameDay(occasionOf(w, session))
  const going = new Set(goingOf(w, id))
  const coming = rollOf(w, session).filter(({ person }) => going.has(person))
  for (const { person } of coming) remind(w, session, { person, kind: 'sameDay', message })
}

/** One line to the organiser about those still not heard from, instead of a third reminder. */
export function reportSilent(w: Work, id: SessionId): void {
  const session = announced(w, id)
  const silent = session ? unanswered(w, session) : []
  if (!session || silent.length === 0) return
  const lines = silentLines(w, session, silent)
  tellFirst(w, {
    branch: session.branch,
    permission: 'attendance.manage',
    message: say.silentPeople(occasionOf(w, session), lines),
    key: `silent:${sessionAbout(session)}`,
  })
}

/** Those expected who have neither answered nor asked for leave. */
function unanswered(w: Work, session: Session): RollEntry[] {
  const going = new Set(goingOf(w, session.id))
  const leaves = leavesOf(w, session.id)
  return rollOf(w, session).filter(
    ({ person, place }) => place === 'expected' && !going.has(person) && !leaves.has(person),
  )
}

function silentLines(w: Work, session: Session, silent: readonly RollEntry[]): say.SilentLine[] {
  const names = namesApart(w, rollOf(w, session))
  const reminded = remindedOf(w, { item: sessionAbout(session), kind: 'dayBefore' })
  const reach = new Map(rosterNow(w, session.branch).map((member) => [member.person, member.reach]))
  return silent.map(({ person, name }) => ({
    name: names.get(person) ?? name,
    wasReminded: reminded.has(person),
    reach: reach.get(person),
  }))
}

interface Reminding {
  person: PersonId
  kind: 'dayBefore' | 'sameDay'
  message: Message
}

/** Only to those who want it; counts against the budget only what could be sent. */
function remind(w: Work, session: Session, { person, kind, message }: Reminding): void {
  const { branch, startsAt } = session
  const item = sessionAbout(session)
  if (!mayRemind(w, person, branch) || !hasReminderLeft(w, { person, item })) return
  const key = `remind:${item}:${kind}:${person}`
  const told = tell(w, { branch, person, message, key, about: item, expiresAt: startsAt })
  if (told === 'queued') noteReminder(w, { branch, person, item, kind })
}

function announced(w: Work, id: SessionId): Session | undefined {
  const session = sessionById(w, id)
  return session?.state === 'published' || session?.state === 'open' ? session : undefined
}
