// Doors: /export, its month buttons, and the lock of a session.

import { lockButton } from '../attendance/buttons.ts'
import { closingSummary, lockRefused } from '../attendance/messages/closing.ts'
import { closingFacts } from '../attendance/store/closing.ts'
import type { SessionId } from '../kernel/ids.ts'
import { type MonthKey, monthAt, parseMonth, previousMonth } from '../kernel/month.ts'
import { may } from '../kernel/who.ts'
import { branchById } from '../organisation/store.ts'
import { button, command, type Door, type Reply, type Turn } from '../platform/telegram/door.ts'
import { sessionById } from '../sessions/store.ts'
import { exportMonth, exportYear, lockSession } from './actions.ts'
import { exportButton, exportYearButton } from './buttons.ts'
import { onlySecretaryExports, unreadableMonth, whichMonth } from './messages.ts'

export const ledgerDoors: readonly Door[] = [
  command('export', {
    describes: '导出台账',
    words: ['导出', '台账'],
    needs: 'ledger.export',
    run: askedExport,
  }),
  button(exportButton, ({ w, who, data }) => exported(exportMonth(w, who, data))),
  button(exportYearButton, ({ w, who, data }) => exported(exportYear(w, who, data))),
  button(lockButton, locked),
]

function askedExport({ w, who, data }: Turn<{ args: string }>): Reply {
  const branch = who.branch === undefined ? undefined : branchById(w, who.branch)
  if (!branch || !may(who, 'ledger.export', branch.id)) return { show: [onlySecretaryExports] }
  const current = monthAt(w.now, branch.zone)
  if (data.args === '') return { show: [whichMonth(branch.id, recentMonths(current))] }
  const month = parseMonth(data.args, current)
  if (!month) return { show: [unreadableMonth] }
  return exported(exportMonth(w, who, { branch: branch.id, month }))
}

function exported(outcome: ReturnType<typeof exportMonth>): Reply {
  if (!outcome.ok) return { show: [onlySecretaryExports] }
  return { toast: '正在整理', show: [outcome.document] }
}

function locked({ w, who, data }: Turn<{ session: SessionId }>): Reply {
  const outcome = lockSession(w, who, data.session)
  if (!outcome.ok) return { toast: lockRefused(outcome) }
  const session = sessionById(w, data.session)
  return session ? { toast: '已锁定 ✅', edit: closingSummary(closingFacts(w, session)) } : {}
}

function recentMonths(current: MonthKey): MonthKey[] {
  const last = previousMonth(current)
  return [current, last, previousMonth(last)]
}
