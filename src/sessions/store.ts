// Sessions and their rolls in the database.

import { and, asc, eq, gt, gte, inArray, isNotNull, lt, ne, type SQL, sql } from 'drizzle-orm'
import type { OrganisationId, PersonId, SessionId } from '../kernel/ids.ts'
import { firstDayOf, type MonthKey, nextMonth } from '../kernel/month.ts'
import { dayOn, instant, type Zone } from '../kernel/time.ts'
import type { Standing } from '../members/rules.ts'
import { people } from '../members/schema.ts'
import { rosterOn } from '../members/store.ts'
import { branchById } from '../organisation/store.ts'
import { prepared } from '../platform/store/prepared.ts'
import type { Work } from '../platform/store/work.ts'
import { type RollPlace, rollPlaceOf, type Session, type SessionState } from './rules.ts'
import { rolls, sessions } from './schema.ts'

const sessionRow = prepared((database) =>
  database
    .select(columns)
    .from(sessions)
    .where(eq(sessions.id, sql.placeholder('id')))
    .prepare(),
)

export function sessionById(w: Work, id: SessionId): Session | undefined {
  const row = sessionRow(w).get({ id })
  return row && present(row)
}

/** The announced session that ends next. */
export function nextSession(w: Work, branch: OrganisationId): Session | undefined {
  const announced = inArray(sessions.state, ['published', 'open'])
  return first(w, and(eq(sessions.branchId, branch), announced, gt(sessions.endsAt, w.now)))
}

/** The next regular training that is still a draft. */
export function nextRegularDraft(w: Work, branch: OrganisationId): Session | undefined {
  const draft = and(eq(sessions.state, 'draft'), isNotNull(sessions.regularMonth))
  return first(w, and(eq(sessions.branchId, branch), draft, gt(sessions.startsAt, w.now)))
}

/** The regular training of a month, unless it was cancelled. */
export function regularSession(
  w: Work,
  branch: OrganisationId,
  month: MonthKey,
): Session | undefined {
  const standing = and(eq(sessions.regularMonth, month), ne(sessions.state, 'cancelled'))
  return first(w, and(eq(sessions.branchId, branch), eq(sessions.kind, 'training'), standing))
}

/** Every session that starts in the month by the branch's own calendar. */
export function sessionsOfMonth(
  w: Work,
  branch: OrganisationId,
  month: MonthKey,
  zone: Zone,
): Session[] {
  const from = instant(firstDayOf(month), '00:00', zone)
  return sessionsBetween(w, branch, from, instant(firstDayOf(nextMonth(month)), '00:00', zone))
}

/** Every session that starts in [from, to), in order. */
export function sessionsBetween(w: Work, branch: OrganisationId, from: Date, to: Date): Session[] {
  const starts = and(gte(sessions.startsAt, from), lt(sessions.startsAt, to))
  return all(w, and(eq(sessions.branchId, branch), starts))
}

export interface RollEntry {
  person: PersonId
  name: string
  place: RollPlace
  standing: Standing
  /** The name of their party group. */
  partyGroup?: string
}

/** Who is on the roll: frozen since the session opened, before that the roster of its day. */
export function rollOf(w: Work, session: Session): RollEntry[] {
  return session.openedAt ? frozenRoll(w, session) : rosterRoll(w, session)
}

const rollRows = prepared((database) =>
  database
    .select({
      person: rolls.personId,
      name: people.name,
      place: rolls.place,
      standing: rolls.standing,
      partyGroup: rolls.partyGroup,
    })
    .from(rolls)
    .innerJoin(people, eq(people.id, rolls.personId))
    .where(eq(rolls.sessionId, sql.placeholder('session')))
    .orderBy(asc(rolls.position))
    .prepare(),
)

function frozenRoll(w: Work, session: Session): RollEntry[] {
  return rollRows(w)
    .all({ session: session.id })
    .map(({ partyGroup, ...entry }) => ({ ...entry, ...(partyGroup !== null && { partyGroup }) }))
}

function rosterRoll(w: Work, { branch, startsAt }: Session): RollEntry[] {
  const day = dayOn(startsAt, zoneOf(w, branch))
  return rosterOn(w, branch, day).map((member) => ({
    person: member.person,
    name: member.name,
    place: rollPlaceOf(member),
    standing: member.standing,
    ...(member.partyGroup && { partyGroup: member.partyGroup.name }),
  }))
}

/** The zone of a branch whose id comes from the database. */
export function zoneOf(w: Work, branch: OrganisationId): Zone {
  const found = branchById(w, branch)
  if (!found) throw new Error(`branch ${branch} is gone`)
  return found.zone
}

/** What a new session is made of; the rest comes with its life. */
export type NewSession = Omit<
  typeof sessions.$inferInsert,
  'id' | 'createdAt' | 'state' | 'checkInMode'
>

/** Saves a draft. */
export function saveDraft(w: Work, draft: NewSession): SessionId {
  const fixed = { state: 'draft', checkInMode: 'trust', createdAt: w.now } as const
  return w.tx
    .insert(sessions)
    .values({ ...draft, ...fixed })
    .returning({ id: sessions.id })
    .get().id
}

export type Change = Partial<typeof sessions.$inferInsert>

/** Changes a session if it is still in one of these states; says whether it was. */
export function changeIn(
  w: Work,
  id: SessionId,
  states: readonly SessionState[],
  change: Change,
): boolean {
  const still = and(eq(sessions.id, id), inArray(sessions.state, [...states]))
  return w.tx.update(sessions).set(change).where(still).run().changes > 0
}

/** Forgets a session that is still a draft; says whether it was one. */
export function deleteDraft(w: Work, id: SessionId): boolean {
  const draft = and(eq(sessions.id, id), eq(sessions.state, 'draft'))
  return w.tx.delete(sessions).where(draft).run().changes > 0
}

/** Writes down the roll as it is now; later changes of the roster leave it alone. */
export function saveRoll(w: Work, { id, branch }: Session, entries: readonly RollEntry[]): void {
  const rows = entries.map(({ person, place, standing, partyGroup }, position) => ({
    sessionId: id,
    branchId: branch,
    personId: person,
    place,
    standing,
    partyGroup,
    position,
  }))
  if (rows.length > 0) w.tx.insert(rolls).values(rows).run()
}

/** What a session is read from. */
export const columns = {
  id: sessions.id,
  branch: sessions.branchId,
  kind: sessions.kind,
  regularMonth: sessions.regularMonth,
  topic: sessions.topic,
  place: sessions.place,
  startsAt: sessions.startsAt,
  endsAt: sessions.endsAt,
  state: sessions.state,
  checkInMode: sessions.checkInMode,
  opensMinutesBefore: sessions.opensMinutesBefore,
  lateAfterMinutes: sessions.lateAfterMinutes,
  closesMinutesAfter: sessions.closesMinutesAfter,
  createdBy: sessions.createdBy,
  publishedBy: sessions.publishedBy,
  publishedAt: sessions.publishedAt,
  openedAt: sessions.openedAt,
  closedAt: sessions.closedAt,
  lockedAt: sessions.lockedAt,
  cancelledAt: sessions.cancelledAt,
}

function first(w: Work, condition: SQL | undefined): Session | undefined {
  return chosen(w, condition).limit(1).all().map(present)[0]
}

function all(w: Work, condition: SQL | undefined): Session[] {
  return chosen(w, condition).all().map(present)
}

function chosen(w: Work, condition: SQL | undefined) {
  return w.tx
    .select(columns)
    .from(sessions)
    .where(condition)
    .orderBy(asc(sessions.startsAt), asc(sessions.id))
    .$dynamic()
}

/** The row without its empty columns: absent is `undefined` here, never null. */
export function present(row: Record<keyof typeof columns, unknown>): Session {
  const filled = Object.entries(row).filter(([, value]) => value !== null)
  return Object.fromEntries(filled) as unknown as Session
}
