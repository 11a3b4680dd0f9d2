// The blank form of a roster, to be filled in and sent back.

import type { Column, Report } from '../../kernel/report.ts'

const columns: readonly Column[] = [
  { title: '姓名', width: 16 },
  { title: '手机后四位', width: 16 },
  { title: '党小组', width: 20 },
  { title: '类别', width: 18 },
  { title: '支部职务', width: 16 },
]

const rowsToFill = 40

/** Says how to fill it in above the header, where no reader looks for people. */
export function rosterTemplate(): Report {
  return {
    name: '党员名册空白表',
    sheets: [
      {
        tab: '党员名册',
        title: '党员名册',
        facts: [
          '一人一行。姓名必填；后四位用来区分同名、认领身份；其余可以不填。',
          '类别：正式党员、预备党员、发展对象、入党积极分子、入党申请人、群众；不填按正式党员。',
          '例：李晓雯　6281　第一党小组　正式党员　组织委员。请不要填身份证号。',
        ],
        columns,
        rows: Array.from({ length: rowsToFill }, () => columns.map(() => '')),
        notes: [],
      },
    ],
  }
}
