// Who is on a branch's roster on a day, and who holds which office.

import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm'
import type { AccountId, OrganisationId, PersonId } from '../kernel/ids.ts'
import { type Office, offices, type Permission, permissionsFrom } from '../kernel/roles.ts'
import { type Day, dayOn } from '../kernel/time.ts'
import { branchById } from '../organisation/store.ts'
import { prepared } from '../platform/store/prepared.ts'
import type { Work } from '../platform/store/work.ts'
import { isExpected, type Reach, type Standing } from './rules.ts'
import { accounts, memberships, officePeriods, people, standingPeriods } from './schema.ts'

export interface Person {
  id: PersonId
  name: string
  phoneTail?: string
}

export interface RosterMember {
  person: PersonId
  name: string
  phoneTail?: string
  standing: Standing
  position: number
  joinedOn: Day
  /** The first day no longer in the branch. */
  leftOn?: Day
  account?: AccountId
  reach?: Reach
}

const personRow = prepared((database) =>
  database
    .select()
    .from(people)
    .where(eq(people.id, sql.placeholder('id')))
    .prepare(),
)

export function personById(w: Work, id: PersonId): Person | undefined {
  const row = personRow(w).get({ id })
  return row && { id, name: row.name, ...(row.phoneTail !== null && { phoneTail: row.phoneTail }) }
}

/** Everybody whose membership covers the day, whatever their standing, in roster order. */
export function rosterOn(w: Work, branch: OrganisationId, day: Day): RosterMember[] {
  const standing = standingsOn(w, branch, day)
  const notLeft = or(isNull(memberships.leftOn), gt(memberships.leftOn, day))
  return w.tx
    .select()
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(accounts, eq(accounts.personId, memberships.personId))
    .where(and(eq(memberships.branchId, branch), lte(memberships.joinedOn, day), notLeft))
    .orderBy(asc(memberships.position), asc(memberships.id))
    .all()
    .map((row) => memberFrom(row, standing.get(row.people.id) ?? 'full'))
}

/** Those of them who are expected at the branch's sessions. */
export function expectedOn(w: Work, branch: OrganisationId, day: Day): RosterMember[] {
  return rosterOn(w, branch, day).filter(({ standing }) => isExpected(standing))
}

/** The roster of the branch's own today. */
export function rosterNow(w: Work, branch: OrganisationId): RosterMember[] {
  const zone = branchById(w, branch)?.zone
  return zone ? rosterOn(w, branch, dayOn(w.now, zone)) : []
}

/** How many of today's roster have linked an account. */
export function claimedCount(w: Work, branch: OrganisationId): { claimed: number; total: number } {
  const roster = rosterNow(w, branch)
  const claimed = roster.filter(({ account }) => account !== undefined)
  return { claimed: claimed.length, total: roster.length }
}

/** Whoever may do this in the branch by their office today, the secretary first. */
export function holdersOf(w: Work, branch: OrganisationId, permission: Permission): PersonId[] {
  const held = officesHeld(w, branch)
  const holding = held.filter(({ office }) => permissionsFrom([office]).has(permission))
  return [...new Set(holding.map(({ person }) => person))]
}

export function secretaryOf(w: Work, branch: OrganisationId): PersonId | undefined {
  return holderIn(officesHeld(w, branch), 'secretary')
}

/** The organiser; a branch without one has its secretary for it. */
export function organiserOf(w: Work, branch: OrganisationId): PersonId | undefined {
  const held = officesHeld(w, branch)
  return holderIn(held, 'organiser') ?? holderIn(held, 'secretary')
}

interface Held {
  person: PersonId
  office: Office
}

function holderIn(held: readonly Held[], office: Office): PersonId | undefined {
  return held.find((one) => one.office === office)?.person
}

const officeRows = prepared((database) => {
  const nowMs = sql.placeholder('nowMs')
  const notOver = or(isNull(officePeriods.untilAt), gt(officePeriods.untilAt, nowMs))
  const ofBranch = eq(officePeriods.branchId, sql.placeholder('branch'))
  return database
    .select({ person: officePeriods.personId, office: officePeriods.office })
    .from(officePeriods)
    .where(and(ofBranch, lte(officePeriods.fromAt, nowMs), notOver))
    .orderBy(asc(officePeriods.id))
    .prepare()
})

function officesHeld(w: Work, branch: OrganisationId): Held[] {
  return officeRows(w)
    .all({ branch, nowMs: w.now.getTime() })
    .sort((one, other) => offices.indexOf(one.office) - offices.indexOf(other.office))
}

/** Each person's standing that day: the last one that had begun. */
function standingsOn(w: Work, branch: OrganisationId, day: Day): Map<PersonId, Standing> {
  const rows = w.tx
    .select({ person: standingPeriods.personId, standing: standingPeriods.standing })
    .from(standingPeriods)
    .where(and(eq(standingPeriods.branchId, branch), lte(standingPeriods.fromOn, day)))
    .orderBy(asc(standingPeriods.fromOn), asc(standingPeriods.id))
    .all()
  return new Map(rows.map(({ person, standing }) => [person, standing]))
}

interface MemberRow {
  memberships: typeof memberships.$inferSelect
  people: typeof people.$inferSelect
  accounts: typeof accounts.$inferSelect | null
}

function memberFrom({ memberships: m, people: p, accounts: a }: MemberRow, standing: Standing) {
  return {
    person: p.id,
    name: p.name,
    standing,
    position: m.position,
    joinedOn: m.joinedOn,
    ...(p.phoneTail !== null && { phoneTail: p.phoneTail }),
    ...(m.leftOn !== null && { leftOn: m.leftOn }),
    ...(a && { account: a.id, reach: a.reach }),
  }
}
