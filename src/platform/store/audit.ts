// Writes down who did what: ids and codes only, never a name or what somebody wrote.

import { and, asc, desc, eq, isNotNull, or, sql } from 'drizzle-orm'
import type { AccountId, OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Who } from '../../kernel/who.ts'
import { prepared } from './prepared.ts'
import { auditRows } from './schema.ts'
import type { Work } from './work.ts'

export interface Deed {
  branch?: OrganisationId
  /** What was done, e.g. `leave.approve`. */
  action: string
  /** To what, e.g. `leave:42`. */
  subject: string
  detail?: Record<string, string | number | boolean>
}

const auditRow = prepared((database) =>
  database
    .insert(auditRows)
    .values({
      at: sql.placeholder('at'),
      accountId: sql.placeholder('account'),
      personId: sql.placeholder('person'),
      branchId: sql.placeholder('branch'),
      action: sql.placeholder('action'),
      subject: sql.placeholder('subject'),
      detail: sql`${sql.placeholder('detail')}`,
    })
    .prepare(),
)

/** Records a deed of `who` in the transaction that does it. */
export function audit(w: Work, who: Pick<Who, 'account' | 'person'>, deed: Deed): void {
  auditRow(w).run({
    at: w.now,
    account: who.account,
    person: who.person ?? null,
    branch: deed.branch ?? null,
    action: deed.action,
    subject: deed.subject,
    detail: deed.detail === undefined ? null : JSON.stringify(deed.detail),
  })
}

const lastDeedRow = prepared((database) =>
  database
    .select({ at: auditRows.at })
    .from(auditRows)
    .where(and(eq(auditRows.branchId, sql.placeholder('branch')), isNotNull(auditRows.personId)))
    .orderBy(desc(auditRows.at))
    .limit(1)
    .prepare(),
)

/** When a person last did something in a branch; what the clock does is not counted. */
export function lastDeedAt(w: Work, branch: OrganisationId): Date | undefined {
  return lastDeedRow(w).get({ branch })?.at
}

export interface DeedDone {
  at: Date
  branch?: OrganisationId
  action: string
  subject: string
  /** Whether the person did it themselves; otherwise it was done about them. */
  byThem: boolean
}

/** What a person did, and what others did about them, in order. */
export function deedsAround(w: Work, person: PersonId): DeedDone[] {
  const about = eq(auditRows.subject, `person:${person}`)
  return w.tx
    .select()
    .from(auditRows)
    .where(or(eq(auditRows.personId, person), about))
    .orderBy(asc(auditRows.id))
    .all()
    .map(({ at, branchId, action, subject, personId }) => ({
      at,
      action,
      subject,
      byThem: personId === person,
      ...(branchId !== null && { branch: branchId as OrganisationId }),
    }))
}

/** Takes an account's number out of the trail; who did what stays known by the person. */
export function forgetAccountInAudit(w: Work, account: AccountId): void {
  w.tx.update(auditRows).set({ accountId: null }).where(eq(auditRows.accountId, account)).run()
  const told = sql`json_extract(${auditRows.detail}, '$.account')`
  w.tx
    .update(auditRows)
    .set({ detail: sql`json_remove(${auditRows.detail}, '$.account')` })
    .where(eq(told, account))
    .run()
}
