// What somebody wrote, as a sheet for their own export.

import type { PersonId } from '../kernel/ids.ts'
import type { Cell, Column, Sheet } from '../kernel/report.ts'
import { stamp } from '../kernel/time.ts'
import { branchDefaults } from '../organisation/rules.ts'
import { branchById } from '../organisation/store.ts'
import type { Work } from '../platform/store/work.ts'
import { spokenForm } from './messages.ts'
import { type Part, type ReflectionForm, textOf } from './rules.ts'
import { draftsKept, reflectionsKept } from './store/own-data.ts'

const { timeZone } = branchDefaults
/** A cell takes 32,767 characters; longer texts go on in the next row. */
const cellLength = 30_000

const columns: readonly Column[] = [
  { title: '支部', width: 28, align: 'left' },
  { title: '月份', width: 10 },
  { title: '形式', width: 10 },
  { title: '提交时间', width: 18 },
  { title: '状态', width: 10 },
  { title: '内容', width: 70, align: 'left' },
]

export function reflectionOwnData(w: Work, person: PersonId): readonly Sheet[] {
  const handedIn = reflectionsKept(w, person).map((row) => ({
    ...row,
    at: row.submittedAt,
    state: stateOf(row),
    content: contentOf(row.text, row.files),
  }))
  const drafts = draftsKept(w, person).map((row) => ({
    ...row,
    form: row.parts[0]?.form ?? ('text' as ReflectionForm),
    at: row.updatedAt,
    state: '草稿',
    content: contentOf(textOf(row.parts), row.parts),
  }))
  const rows = [...handedIn, ...drafts].flatMap(({ branchId, month, form, at, state, content }) => {
    const head: Cell[] = [branchById(w, branchId)?.name ?? '—', month, spokenForm[form]]
    return pieces(content).map((piece) => [...head, stamp(at, timeZone), state, piece])
  })
  const notes = ['文档、照片和语音的原件在您与小助手的聊天记录里，这里只列名称。']
  return [
    { tab: '学习体会', title: '我的学习体会', facts: [], columns, rows, notes, landscape: true },
  ]
}

function stateOf({ withdrawnAt, late }: { withdrawnAt: Date | null; late: boolean }): string {
  if (withdrawnAt) return '已撤回'
  return late ? '补交' : '已交'
}

function contentOf(text: string, parts: readonly Part[]): string {
  const files = parts.filter(({ form }) => form !== 'text')
  const names = files.map(({ form, fileName }) => `〔${fileName || spokenForm[form]}〕`)
  return [text, ...names].filter(Boolean).join('\n')
}

function pieces(content: string): string[] {
  if (content === '') return ['（原文已清空）']
  const count = Math.ceil(content.length / cellLength)
  return Array.from({ length: count }, (_, at) =>
    content.slice(at * cellLength, (at + 1) * cellLength),
  )
}
