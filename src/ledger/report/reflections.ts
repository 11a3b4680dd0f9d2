// The month's study reflections: who handed in what and when. Texts stay with their authors.

import { type MonthKey, spokenMonth } from '../../kernel/month.ts'
import type { Column, Sheet } from '../../kernel/report.ts'
import { dayOn } from '../../kernel/time.ts'
import type { Branch } from '../../organisation/store.ts'
import type { Work } from '../../platform/store/work.ts'
import { spokenForm } from '../../reflection/messages.ts'
import { type ReflectionLine, reflectionsOf } from '../../reflection/store.ts'

const columns: readonly Column[] = [
  { title: '序号', width: 6 },
  { title: '姓名', width: 14 },
  { title: '形式', width: 10 },
  { title: '字数', width: 8 },
  { title: '提交日期', width: 16 },
  { title: '状态', width: 9 },
  { title: '备注', width: 26, align: 'left' },
]

/** One row per member who was expected to write, or need not. */
export function reflectionSheet(w: Work, branch: Branch, month: MonthKey): Sheet {
  const lines = reflectionsOf(w, branch.id, month)
  const expected = lines.filter(({ exempt }) => !exempt).length
  const handedIn = lines.filter((line) => line.reflection).length
  return {
    tab: '学习体会',
    title: `${branch.name}学习体会统计表`,
    facts: [`月份：${month.slice(0, 4)}年${spokenMonth(month, month)}`],
    columns,
    rows: lines.map((line, at) => [at + 1, line.name, ...cellsOf(line, branch.zone)]),
    notes: [
      `应交 ${expected} 篇　已交 ${handedIn} 篇`,
      '审核：＿＿＿＿＿＿　　　　记录：＿＿＿＿＿＿',
    ],
  }
}

function cellsOf({ reflection, exempt }: ReflectionLine, zone: string) {
  if (exempt) return ['—', '—', '—', '免交', '—']
  if (!reflection) return ['—', '—', '—', '未交', '—']
  return [
    spokenForm[reflection.form],
    reflection.form === 'text' && reflection.length > 0 ? reflection.length : '—',
    { day: dayOn(reflection.submittedAt, zone) },
    reflection.late ? '补交' : '已交',
    '—',
  ]
}
