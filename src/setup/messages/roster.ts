// The step in which the roster is pasted, looked at and imported.

import { type Html, html, joined } from '../../kernel/html.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import { spokenStanding } from '../../members/messages.ts'
import type { RosterDoubt, RosterRead } from '../../members/rules/roster-lines.ts'
import { type Standing, standings } from '../../members/rules.ts'
import { importButton, pasteAgainButton } from '../buttons.ts'

const doubtsShown = 8
const linesShown = 8

export const rosterPlease: Message = {
  text: html`<b>2/3 党员名册</b>
请把名单粘贴过来，一行一个：<b>姓名 手机后四位</b>，例如
李晓雯 6281
孙悦 3307
预备党员在后面写“预备”。没有后四位也行，认领时请您点头。`,
}

export const rosterInWords: Message = {
  text: html`现在请直接粘贴文字：一行一个，<b>姓名 手机后四位</b>，例如：李晓雯 6281`,
}

export const nobodyRead: Message = {
  text: html`没读到姓名。请一行写一个：<b>姓名 手机后四位</b>，例如：李晓雯 6281`,
}

export const pasteAgain: Message = {
  text: html`好的，刚才的没有导入。请把改好的名单整个再发一次。`,
}

/** What would be imported, and what a human should look at first. */
export function preview(
  list: { branch: OrganisationId; stamp: number },
  { lines, doubts, assumedFull }: RosterRead,
): Message {
  const count = lines.length
  const assumed = assumedFull > 0 ? html`没写类别的 ${assumedFull} 人按正式党员记。` : undefined
  const shown = doubts.slice(0, doubtsShown).map((doubt) => html`· ${spokenDoubt(doubt)}`)
  const more = doubts.length - shown.length
  return {
    text: joined([
      html`读到 <b>${count} 人</b>（${byStanding(lines.map(({ standing }) => standing))}）。`,
      assumed,
      doubts.length > 0 ? html`有 ${doubts.length} 处请您看一眼：` : undefined,
      ...shown,
      more > 0 ? html`· 还有 ${more} 处` : undefined,
    ]),
    buttons: [
      [
        {
          label: `✅ 导入 ${count} 人`,
          data: importButton.data(list),
          style: 'success',
        },
        { label: '改好再发', data: pasteAgainButton.data({ branch: list.branch }) },
      ],
    ],
  }
}

export function imported(count: number): Html {
  return html`✅ 已导入 ${count} 人`
}

function byStanding(all: readonly Standing[]): string {
  const counts = standings.map((standing) => ({
    word: spokenStanding[standing].replace(/党员$/, ''),
    count: all.filter((each) => each === standing).length,
  }))
  return counts
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${word} ${count}`)
    .join('、')
}

/** 2、5; of many the first ones, and how many they are. */
function numbers(lines: readonly number[]): string {
  const shown = lines.slice(0, linesShown).join('、')
  return lines.length > linesShown ? `${shown} 等 ${lines.length}` : shown
}

function spokenDoubt(doubt: RosterDoubt): Html {
  switch (doubt.kind) {
    case 'sameName':
      return html`第 ${numbers(doubt.lines)} 行都叫「${doubt.name}」，会用后四位区分`
    case 'samePerson':
      return html`第 ${numbers(doubt.lines)} 行都是「${doubt.name}」，只算一位；是两位的话，请用后四位区分`
    case 'noTail':
      return html`第 ${numbers(doubt.lines)} 行没有后四位，认领时请您点头`
    case 'unreadable':
      return html`第 ${doubt.line} 行没看懂：「${doubt.text}」，没有算进去`
    case 'idIgnored':
      return html`身份证号已忽略，不会保存`
  }
}
