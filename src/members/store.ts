// Who is on a branch's roster on a day, and who holds which office.

import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm'
import type { AccountId, OrganisationId, PersonId } from '../kernel/ids.ts'
import { type Office, offices, type Permission, permissionsFrom } from '../kernel/roles.ts'
import { type Day, dayOn } from '../kernel/time.ts'
import { branchById } from '../organisation/store.ts'
import { prepared } from '../platform/store/prepared.ts'
import type { Work } from '../platform/store/work.ts'
import { isAwaited } from './rules/membership.ts'
import type { ExemptionKind, MembershipKind, Reach, Standing } from './rules.ts'
import { accounts, exemptions, memberships, officePeriods, people } from './schema.ts'
import { type PartyGroup, partyGroupsOn } from './store/party-groups.ts'
import { standingsOn } from './store/standing.ts'

export interface Person {
  id: PersonId
  name: string
  phoneTail?: string
  /** When they had themselves forgotten, unless they have claimed their name again. */
  erasedAt?: Date
}

export interface RosterMember {
  person: PersonId
  name: string
  phoneTail?: string
  standing: Standing
  /** Received from another branch, or at home here: only these vote. */
  kind: MembershipKind
  position: number
  joinedOn: Day
  /** The first day no longer in the branch. */
  leftOn?: Day
  partyGroup?: PartyGroup
  /** Why they are not expected that day, and the first day they are again. */
  exemption?: { kind: ExemptionKind; untilOn?: Day }
  erasedAt?: Date
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
  if (!row) return undefined
  const { name, phoneTail, erasedAt } = row
  return { id, name, ...(phoneTail !== null && { phoneTail }), ...(erasedAt && { erasedAt }) }
}

const day = sql.placeholder('day')
const covering = and(
  eq(memberships.branchId, sql.placeholder('branch')),
  lte(memberships.joinedOn, day),
  or(isNull(memberships.leftOn), gt(memberships.leftOn, day)),
)
const exemptThen = and(
  eq(exemptions.branchId, memberships.branchId),
  eq(exemptions.personId, memberships.personId),
  lte(exemptions.fromOn, day),
  or(isNull(exemptions.untilOn), gt(exemptions.untilOn, day)),
  isNull(exemptions.withdrawnAt),
)

const memberRows = prepared((database) =>
  database
    .select()
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(accounts, eq(accounts.personId, memberships.personId))
    .leftJoin(exemptions, exemptThen)
    .where(covering)
    .orderBy(asc(memberships.position), asc(memberships.id), asc(exemptions.id))
    .prepare(),
)

/** Everybody whose membership covers the day, whatever their standing, in roster order. */
export function rosterOn(w: Work, branch: OrganisationId, day: Day): RosterMember[] {
  const standings = standingsOn(w, branch, day)
  const partyGroups = partyGroupsOn(w, branch, day)
  const rows = memberRows(w).all({ branch, day })
  // Should two exemptions meet, the first one stands for both.
  const first = new Map(rows.toReversed().map((row) => [row.people.id, row]))
  return rows
    .filter((row) => first.get(row.people.id) === row)
    .map((row) => {
      const { id } = row.people
      return memberFrom(row, { standing: standings.get(id) ?? 'full', group: partyGroups.get(id) })
    })
}

/** Those of them who are expected at the branch's sessions. */
export function expectedOn(w: Work, branch: OrganisationId, day: Day): RosterMember[] {
  return rosterOn(w, branch, day).filter(isAwaited)
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

interface MemberRow {
  memberships: typeof memberships.$inferSelect
  people: typeof people.$inferSelect
  accounts: typeof accounts.$inferSelect | null
  exemptions: typeof exemptions.$inferSelect | null
}

interface OfThatDay {
  standing: Standing
  group: PartyGroup | undefined
}

function memberFrom(row: MemberRow, { standing, group }: OfThatDay): RosterMember {
  const { memberships: m, people: p, accounts: a, exemptions: e } = row
  return {
    person: p.id,
    name: p.name,
    standing,
    kind: m.kind,
    position: m.position,
    joinedOn: m.joinedOn,
    ...(p.phoneTail !== null && { phoneTail: p.phoneTail }),
    ...(p.erasedAt && { erasedAt: p.erasedAt }),
    ...(m.leftOn !== null && { leftOn: m.leftOn }),
    ...(group && { partyGroup: group }),
    ...(e && { exemption: { kind: e.kind, ...(e.untilOn !== null && { untilOn: e.untilOn }) } }),
    ...(a && { account: a.id, reach: a.reach }),
  }
}
