// Taking an import back: what went, and who stays and why.

import { type Html, html, joined } from '../../kernel/html.ts'
import type { Message } from '../../kernel/message.ts'
import type { Staying, Undone, UndoRefusal } from '../actions/importing-undo.ts'
import type { InUse } from '../rules/importing.ts'
import { someNames } from './importing-names.ts'
import { onlySecretaryImports } from './importing-refusals.ts'

const spokenUse: Record<InUse, string> = {
  claimed: '已经认领身份',
  office: '有支部职务或任职邀请',
  recorded: '已有考勤等记录',
  changed: '之后又改过',
}

export function undone({ removed, restored, staying }: Undone): Message {
  return {
    text: joined([
      html`↩️ 已撤销这次导入。`,
      removed > 0 ? html`移出刚加进来的 ${removed} 人。` : undefined,
      restored > 0 ? html`${restored} 人改回原样。` : undefined,
      ...stayingLines(staying),
    ]),
  }
}

function stayingLines(staying: readonly Staying[]): Html[] {
  if (staying.length === 0) return []
  const groups = [...Map.groupBy(staying, ({ why }) => why)]
  return [
    html`${staying.length} 人留在名册里：`,
    ...groups.map(
      ([why, all]) => html`· ${someNames(all.map(({ name }) => name))}（${spokenUse[why]}）`,
    ),
  ]
}

/** In a window of at most 200 characters. */
export function undoRefused(refusal: UndoRefusal): string {
  switch (refusal.reason) {
    case 'notAllowed':
      return onlySecretaryImports
    case 'already':
      return '已经撤销过了 ✅'
    case 'tooLate':
      return '导入超过 24 小时，不能整批撤销了。个别人请在 /members 里改。'
    case 'notLast':
      return '后来又导入过一次。请先撤销后面那次。'
    case 'inUse':
      return `没有撤销：${refusal.staying
        .slice(0, 3)
        .map(({ name, why }) => `${name.slice(0, 10)}${spokenUse[why]}`)
        .join(
          '、',
        )}${refusal.staying.length > 3 ? ` 等 ${refusal.staying.length} 人` : ''}。要改个别人，请发 /members。`
  }
}
