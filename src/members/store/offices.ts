// Offices offered and not yet begun, and whether a branch has somebody to lead it.

import { and, asc, eq, gt, isNull, lte, notExists, or, type SQL, sql } from 'drizzle-orm'
import type { OfferId, OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Office } from '../../kernel/roles.ts'
import { addDays, type Day, dayOn } from '../../kernel/time.ts'
import { organisations } from '../../organisation/schema.ts'
import { prepared } from '../../platform/store/prepared.ts'
import type { Database, Work } from '../../platform/store/work.ts'
import { isOpen } from '../rules/offices.ts'
import type { OfferState } from '../rules.ts'
import { accounts, officeOffers, officePeriods, partyGroups } from '../schema.ts'
import { accountOf } from './accounts.ts'
import { type Holding, latestSecretary, secretariesAt } from './office-periods.ts'
import type { PartyGroup } from './party-groups.ts'

export interface Offer extends Omit<Holding, 'partyGroup'> {
  id: OfferId
  partyGroup?: PartyGroup
  fromOn: Day
  offeredBy: PersonId
  offeredAt: Date
  state: OfferState
  answeredAt?: Date
}

export interface NewOffer extends Holding {
  fromOn: Day
}

export function saveOffer(w: Work, offer: NewOffer, offeredBy: PersonId): OfferId {
  const { branch: branchId, person: personId, partyGroup: partyGroupId, office, fromOn } = offer
  const whom = { branchId, personId, office, partyGroupId, fromOn }
  return w.tx
    .insert(officeOffers)
    .values({ ...whom, offeredBy, offeredAt: w.now, state: 'open' })
    .returning({ id: officeOffers.id })
    .get().id
}

/** Settles an open offer. */
export function settleOffer(w: Work, id: OfferId, state: Exclude<OfferState, 'open'>): void {
  const open = and(eq(officeOffers.id, id), eq(officeOffers.state, 'open'))
  w.tx.update(officeOffers).set({ state, answeredAt: w.now }).where(open).run()
}

export function offerById(w: Work, id: OfferId): Offer | undefined {
  return offersWhere(w, eq(officeOffers.id, id))[0]
}

/** The offers of a branch that wait for an answer. */
export function openOffers(w: Work, branch: OrganisationId): Offer[] {
  const open = and(eq(officeOffers.branchId, branch), eq(officeOffers.state, 'open'))
  return offersWhere(w, open).filter((offer) => isOpen(offer, w.now))
}

/** Those that wait for this person's answer. */
export function offersTo(w: Work, branch: OrganisationId, person: PersonId): Offer[] {
  return openOffers(w, branch).filter((offer) => offer.person === person)
}

/**
 * The offices that claiming the name accepts. Not the secretary's own: it is offered only to an
 * account already known, and whoever claims a name later is asked again.
 */
export function waitingOffers(
  w: Work,
  branch: OrganisationId,
  person: PersonId,
): { office: Office }[] {
  return offersTo(w, branch, person).filter(({ office }) => office !== 'secretary')
}

const unansweredRows = prepared((database) => {
  const since = gt(officeOffers.offeredAt, sql.placeholder('afterMs'))
  return offersIn(database)
    .where(and(eq(officeOffers.state, 'open'), since))
    .prepare()
})

/** Offers never answered, of all branches, made after that instant. */
export function unansweredOffers(w: Work, after: Date): Offer[] {
  return unansweredRows(w).all({ afterMs: after.getTime() }).map(offerFrom)
}

const begunRows = prepared((database) => {
  const later = gt(officeOffers.fromOn, sql.placeholder('from'))
  return offersIn(database)
    .where(and(eq(officeOffers.state, 'accepted'), later))
    .prepare()
})

/** Offers accepted for a day that lay ahead and has come since, of all branches. */
export function offersBegun(w: Work, since: Date): Offer[] {
  const from = addDays(dayOn(since, 'UTC'), -1)
  return begunRows(w).all({ from }).map(offerFrom)
}

/** Whether nobody can act as the branch's secretary now: the office is empty, or without an account. */
export function isOrphaned(w: Work, branch: OrganisationId): boolean {
  return !secretariesAt(w, branch, w.now).some(({ person }) => accountOf(w, person) !== undefined)
}

export interface Orphaned {
  branch: OrganisationId
  /** Whoever led it last, for saying it once. */
  last: number
  /** Since when, where the office ended; now, where only its account is gone. */
  since: Date
}

const orphanRows = prepared((database) => {
  const nowMs = sql.placeholder('nowMs')
  const held = database
    .select({ id: officePeriods.id })
    .from(officePeriods)
    .innerJoin(accounts, eq(accounts.personId, officePeriods.personId))
    .where(
      and(
        eq(officePeriods.branchId, organisations.id),
        eq(officePeriods.office, 'secretary'),
        lte(officePeriods.fromAt, nowMs),
        or(isNull(officePeriods.untilAt), gt(officePeriods.untilAt, nowMs)),
      ),
    )
  const inUse = and(eq(organisations.kind, 'branch'), isNull(organisations.retiredAt))
  return database
    .select({ branch: organisations.id })
    .from(organisations)
    .where(and(inUse, notExists(held)))
    .prepare()
})

/** Branches in use that nobody leads. */
export function orphanedBranches(w: Work): Orphaned[] {
  const rows = orphanRows(w).all({ nowMs: w.now.getTime() })
  return rows.map(({ branch }) => {
    const last = latestSecretary(w, branch)
    const { id = 0, untilAt = w.now } = last ?? {}
    return { branch, last: id, since: untilAt < w.now ? untilAt : w.now }
  })
}

/** Whether the branch would have no secretary at that instant (now if left out) without this person. */
export function isLastSecretary(
  w: Work,
  branch: OrganisationId,
  person: PersonId,
  at: Date = w.now,
): boolean {
  const then = secretariesAt(w, branch, at).map((period) => period.person)
  return then.includes(person) && then.every((one) => one === person)
}

function offersWhere(w: Work, where: SQL | undefined): Offer[] {
  return offersIn(w.database).where(where).all().map(offerFrom)
}

function offersIn(database: Database) {
  return database
    .select()
    .from(officeOffers)
    .leftJoin(partyGroups, eq(partyGroups.id, officeOffers.partyGroupId))
    .orderBy(asc(officeOffers.id))
    .$dynamic()
}

interface OfferRow {
  office_offers: typeof officeOffers.$inferSelect
  party_groups: typeof partyGroups.$inferSelect | null
}

function offerFrom({ office_offers: row, party_groups: group }: OfferRow): Offer {
  return {
    id: row.id,
    branch: row.branchId,
    person: row.personId,
    office: row.office,
    fromOn: row.fromOn,
    offeredBy: row.offeredBy,
    offeredAt: row.offeredAt,
    state: row.state,
    ...(row.answeredAt !== null && { answeredAt: row.answeredAt }),
    ...(group && { partyGroup: { id: group.id, name: group.name } }),
  }
}
