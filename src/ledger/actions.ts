// Locking a session writes it into the ledger; exporting hands the ledger to whoever may ask.

import { lockRoll } from '../attendance/actions/closing.ts'
import type { OrganisationId, SessionId } from '../kernel/ids.ts'
import type { DocumentMessage } from '../kernel/message.ts'
import type { MonthKey } from '../kernel/month.ts'
import { done, type Outcome, refused } from '../kernel/result.ts'
import { dayOn } from '../kernel/time.ts'
import { may, type Who } from '../kernel/who.ts'
import { branchById } from '../organisation/store.ts'
import { audit } from '../platform/store/audit.ts'
import type { Work } from '../platform/store/work.ts'
import { sessionById } from '../sessions/store.ts'
import { exportCaption, yearCaption } from './messages.ts'
import { isYear } from './rules.ts'
import { saveEntry } from './store.ts'

/** Locks a session's attendance and enters it, in one transaction. */
export function lockSession(w: Work, who: Who, id: SessionId) {
  const locked = lockRoll(w, who, id)
  if (!locked.ok) return locked
  const session = sessionById(w, id)
  const branch = session && branchById(w, session.branch)
  if (session && branch) {
    const year = Number(dayOn(session.startsAt, branch.zone).slice(0, 4))
    saveEntry(w, { branch: branch.id, year, source: 'session', sourceId: id })
  }
  return locked
}

/** The month's workbook for somebody who may have it; rendered when it is sent. */
export function exportMonth(
  w: Work,
  who: Who,
  { branch, month }: { branch: OrganisationId; month: MonthKey },
): Outcome<{ document: DocumentMessage }, { reason: 'notAllowed' }> {
  if (!may(who, 'ledger.export', branch)) return refused({ reason: 'notAllowed' })
  audit(w, who, { branch, action: 'ledger.export', subject: `month:${month}` })
  return done({
    document: {
      document: { report: 'month', args: { branch, month } },
      caption: exportCaption(month),
    },
  })
}

/** The workbook of a whole year, the same way. */
export function exportYear(
  w: Work,
  who: Who,
  { branch, year }: { branch: OrganisationId; year: number },
): Outcome<{ document: DocumentMessage }, { reason: 'notAllowed' }> {
  const allowed = may(who, 'ledger.export', branch) && isYear(year)
  if (!allowed) return refused({ reason: 'notAllowed' })
  audit(w, who, { branch, action: 'ledger.export', subject: `year:${year}` })
  return done({
    document: {
      document: { report: 'year', args: { branch, year } },
      caption: yearCaption(year),
    },
  })
}
