// Everything kept about one person, over all branches: what every slice offers, and their own deeds.

import type { AccountId, OrganisationId, PersonId } from '../kernel/ids.ts'
import type { Report, Sheet } from '../kernel/report.ts'
import { stamp } from '../kernel/time.ts'
import { accountById } from '../members/store/accounts.ts'
import { personById } from '../members/store.ts'
import { branchDefaults } from '../organisation/rules.ts'
import { branchById } from '../organisation/store.ts'
import type { Feature, ReportArgs } from '../platform/feature.ts'
import { deedsAround } from '../platform/store/audit.ts'
import type { Work } from '../platform/store/work.ts'

/** The report behind 导出我的记录; empty once the account is somebody else's or nobody's. */
export function ownReport(slices: readonly Feature[]) {
  return (w: Work, args: ReportArgs): Report => {
    const person = args.person as PersonId
    if (accountById(w, args.account as AccountId)?.person !== person) return nothing
    return {
      name: `${personById(w, person)?.name ?? ''}_我的记录`,
      sheets: [...slices.flatMap((slice) => slice.ownData?.(w, person) ?? []), deeds(w, person)],
    }
  }
}

const columns = [
  { title: '时间', width: 18 },
  { title: '支部', width: 28, align: 'left' },
  { title: '谁做的', width: 12 },
  { title: '操作', width: 24, align: 'left' },
  { title: '对象', width: 24, align: 'left' },
] as const

const nothing: Report = {
  name: '我的记录',
  sheets: [
    {
      tab: '我的记录',
      title: '这个账号已经解除绑定，没有可导出的记录',
      facts: [],
      columns,
      rows: [],
      notes: [],
    },
  ],
}

function deeds(w: Work, person: PersonId): Sheet {
  const name = (branch: OrganisationId | undefined) =>
    (branch === undefined ? undefined : branchById(w, branch)?.name) ?? '—'
  const rows = deedsAround(w, person).map(({ at, branch, byThem, action, subject }) => [
    stamp(at, branchDefaults.timeZone),
    name(branch),
    byThem ? '本人' : '别人',
    action,
    subject,
  ])
  const notes = ['操作和对象是系统里的代号，只有编号，没有内容。']
  return { tab: '操作记录', title: '与我有关的操作', facts: [], columns, rows, notes }
}
