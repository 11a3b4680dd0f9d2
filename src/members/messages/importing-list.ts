// 查看全部: every doubt, every change and every line of a list, in pages.

import { type Html, html, joined } from '../../kernel/html.ts'
import type { ImportId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import type { Preview } from '../actions/importing.ts'
import { wholeListButton } from '../buttons/importing.ts'
import { spokenOffice, spokenStanding } from '../messages.ts'
import type { RosterLine } from '../rules/roster-lines.ts'
import { byPerson, spokenChange } from './importing-changes.ts'
import { wholeDoubts } from './importing-doubts.ts'
import { shortName } from './importing-names.ts'

const linesOnPage = 20

/** One page; a page that is no more is the last one. */
export function wholeList(facts: Preview, wanted: number): Message {
  const lines = linesOf(facts)
  const pages = Math.max(1, Math.ceil(lines.length / linesOnPage))
  const page = Math.min(wanted, pages - 1)
  const shown = lines.slice(page * linesOnPage, (page + 1) * linesOnPage)
  const turn = (label: string, to: number) => ({
    label,
    data: pageData(facts.list, to),
  })
  const turning = [
    ...(page > 0 ? [turn('◀ 上页', page - 1)] : []),
    turn(`${page + 1}/${pages}`, page),
    ...(page < pages - 1 ? [turn('下页 ▶', page + 1)] : []),
  ]
  return { text: joined(shown), ...(pages > 1 && { buttons: [turning] }) }
}

/** Page 0 of the button is the beginning as a message of its own; from 1 on it turns the pages. */
function pageData(list: ImportId, page: number): string {
  return wholeListButton.data({ list, page: page + 1 })
}

function linesOf({ read, changes, roster }: Preview): Html[] {
  const before = byPerson(roster)
  return [
    ...section(html`<b>请您看一眼</b>`, wholeDoubts(read)),
    ...section(
      html`<b>变更</b>`,
      changes.changed.map((one) => spokenChange(one, before)),
    ),
    ...section(html`<b>分不清是哪位，先不动</b>`, changes.unclear.map(spokenLine)),
    ...section(
      html`<b>这份里没有，不会删除</b>`,
      changes.notInList.map(({ name }) => html`${shortName(name)}`),
    ),
    ...section(html`<b>读到的 ${read.lines.length} 人</b>`, read.lines.map(spokenLine)),
  ]
}

function section(title: Html, lines: readonly Html[]): Html[] {
  return lines.length > 0 ? [title, ...lines.map((line) => html`· ${line}`)] : []
}

/** 李晓雯 6281，正式党员，设计一组，组织委员 */
function spokenLine({ name, phoneTail, standing, partyGroup, office }: RosterLine): Html {
  const words = [
    `${shortName(name)}${phoneTail ? ` ${phoneTail}` : '（没有后四位）'}`,
    spokenStanding[standing],
    partyGroup && shortName(partyGroup),
    office && spokenOffice[office],
  ]
  return html`${words.filter(Boolean).join('，')}`
}
