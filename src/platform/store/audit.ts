// Writes down who did what: ids and codes only, never a name or what somebody wrote.

import { sql } from 'drizzle-orm'
import type { OrganisationId } from '../../kernel/ids.ts'
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
