// Writes down who did what: ids and codes only, never a name or what somebody wrote.

import type { OrganisationId } from '../../kernel/ids.ts'
import type { Who } from '../../kernel/who.ts'
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

/** Records a deed of `who` in the transaction that does it. */
export function audit(w: Work, who: Pick<Who, 'account' | 'person'>, deed: Deed): void {
  w.tx
    .insert(auditRows)
    .values({
      at: w.now,
      accountId: who.account,
      personId: who.person,
      branchId: deed.branch,
      action: deed.action,
      subject: deed.subject,
      detail: deed.detail,
    })
    .run()
}
