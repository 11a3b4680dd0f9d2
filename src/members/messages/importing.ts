// A list before it is imported: how many, what to look at, what would change; and what was done.

import { type Html, html, joined } from '../../kernel/html.ts'
import type { Button, Message } from '../../kernel/message.ts'
import type { Preview } from '../actions/importing.ts'
import {
  dropListButton,
  importButton,
  sendAgainButton,
  wholeListButton,
} from '../buttons/importing.ts'
import { spokenOffice, spokenStanding } from '../messages.ts'
import type { RosterLine } from '../rules/roster-lines.ts'
import { standings } from '../rules.ts'
import { byPerson, spokenChange } from './importing-changes.ts'
import { spokenDoubts } from './importing-doubts.ts'
import { shortName, someNames } from './importing-names.ts'

const doubtsShown = 8
const changesShown = 8

/** What the buttons under a preview carry: the wizard has its own. */
export interface PreviewButtons {
  confirm: string
  again: string
  whole: string
  leave: { label: string; data: string }
}

/** What would be imported, and what a human should look at first. */
export function preview(facts: Preview, buttons: PreviewButtons): Message {
  const { read, changes, roster } = facts
  const { lines, assumedFull } = read
  const doubts = spokenDoubts(read)
  return {
    text: joined([
      html`读到 <b>${lines.length} 人</b>（${counted(lines)}）。`,
      assumedFull > 0 ? html`没写类别的 ${assumedFull} 人按正式党员记。` : undefined,
      ...firstOf(doubts, doubtsShown, html`有 ${doubts.length} 处请您看一眼：`, '处'),
      ...(roster.length > 0 ? compared(facts) : []),
      officesSaid(lines),
    ]),
    buttons: buttonsOf(changes.added.length + changes.changed.length, buttons),
  }
}

/** The preview outside the wizard. */
export function commonPreview(facts: Preview): Message {
  const { list } = facts
  return preview(facts, {
    confirm: importButton.data({ list }),
    again: sendAgainButton.data({ list }),
    whole: wholeListButton.data({ list, page: 0 }),
    leave: { label: '取消', data: dropListButton.data({ list }) },
  })
}

/** 正式 16、预备 2、党小组 3 个 */
function counted(lines: readonly RosterLine[]): string {
  const groups = new Set(lines.flatMap(({ partyGroup }) => partyGroup ?? [])).size
  const counts = standings.map((standing) => ({
    word: spokenStanding[standing].replace(/党员$/, ''),
    count: lines.filter((line) => line.standing === standing).length,
  }))
  const said = counts.filter(({ count }) => count > 0).map(({ word, count }) => `${word} ${count}`)
  return [...said, ...(groups > 0 ? [`党小组 ${groups} 个`] : [])].join('、')
}

function compared({ changes, roster }: Preview): (Html | undefined)[] {
  const { added, changed, same, notInList, unclear } = changes
  const before = byPerson(roster)
  const missing = notInList.map(({ name }) => name)
  const total =
    added.length + changed.length + unclear.length > 0
      ? html`和现在的名册比：新增 ${added.length} 人、变更 ${changed.length} 人、不变 ${same} 人。`
      : html`和现在的名册一样，没有变化。`
  const lines = changed.map((one) => spokenChange(one, before))
  return [
    total,
    added.length > 0 ? html`· 新增：${someNames(added.map(({ name }) => name))}` : undefined,
    ...firstOf(lines, changesShown, undefined, '人变更'),
    unclear.length > 0
      ? html`分不清是名册里的哪位，先不动：${someNames(unclear.map(({ name }) => name))}。请写上后四位再发。`
      : undefined,
    missing.length > 0
      ? html`名册里有、这份没有的 ${missing.length} 人（${someNames(missing)}）不会删除。`
      : undefined,
  ]
}

/** Offices begin with the other's yes, never by a list; the secretary's own is handed over. */
function officesSaid(lines: readonly RosterLine[]): Html | undefined {
  const holders = lines.flatMap(({ name, office }) =>
    office && office !== 'secretary' ? [`${shortName(name)} ${spokenOffice[office]}`] : [],
  )
  if (holders.length === 0) return undefined
  return html`名单里写了职务：${someNames(holders)}。职务要本人同意，导入以后发 /members，点“职务”来请。`
}

function firstOf(lines: readonly Html[], count: number, head: Html | undefined, unit: string) {
  if (lines.length === 0) return []
  const more = lines.length - count
  return [
    head,
    ...lines.slice(0, count).map((line) => html`· ${line}`),
    more > 0 ? html`· 还有 ${more} ${unit}` : undefined,
  ]
}

function buttonsOf(count: number, { confirm, again, whole, leave }: PreviewButtons): Button[][] {
  const first: Button[] =
    count > 0 ? [{ label: `✅ 导入 ${count} 人`, data: confirm, style: 'success' }] : []
  return [
    [...first, { label: '改好再发', data: again }],
    [{ label: '查看全部', data: whole }, leave],
  ]
}

/** What an import did. */
function spokenImport({ added, changed }: { added: number; changed: number }): Html {
  if (added + changed === 0) return html`✅ 和现在的名册一样，没有变化`
  if (changed === 0) return html`✅ 已导入 ${added} 人`
  return html`✅ 名册已更新：新增 ${added} 人、变更 ${changed} 人`
}

/** After an import; the way back is open for a day. */
export function imported(
  did: { added: number; changed: number },
  { undo, self }: { undo: string; self?: string },
): Message {
  const hasChanged = did.added + did.changed > 0
  const back = { label: '↩️ 撤销这次导入', data: undo }
  const rows = [
    ...(self === undefined ? [] : [[{ label: '👤 名册里哪位是我', data: self }]]),
    ...(hasChanged ? [[back]] : []),
  ]
  const text = hasChanged ? html`${spokenImport(did)}。24 小时内可以撤销。` : spokenImport(did)
  return rows.length > 0 ? { text, buttons: rows } : { text }
}
