// What is said about reflections, to their author and, in counts, to the secretary.

import { type Html, html, joined } from '../kernel/html.ts'
import type { Button, Message } from '../kernel/message.ts'
import { type MonthKey, spokenMonth } from '../kernel/month.ts'
import { spokenDay } from '../kernel/time.ts'
import {
  discardButton,
  lookButton,
  rewriteButton,
  submitButton,
  withdrawButton,
  writeButton,
} from './buttons.ts'
import {
  lengthOf,
  type Part,
  type Reflection,
  type ReflectionForm,
  reflectionDueOn,
  textOf,
  type Whose,
} from './rules.ts'

export const spokenForm: Record<ReflectionForm, string> = {
  text: '文字',
  document: '文档',
  photo: '手写照片',
  voice: '语音',
}

type Which = Pick<Whose, 'branch' | 'month'>

/** The month's question, once, after the training. */
export function asked(which: Which): Message {
  return {
    text: joined([
      html`📝 ${title(which.month)}，${dueDay(which.month)}前交即可。`,
      html`一段话就行：学到什么、和手头工作怎么结合、有什么建议。`,
      html`可以直接打字、发文档、手写拍照，或发语音。`,
    ]),
    buttons: [[{ label: '✍️ 现在写', data: writeButton.data(which) }]],
  }
}

/** To somebody who has not handed it in: at most twice. */
export function reminded(
  which: Which,
  { name, lastDay }: { name: string; lastDay: boolean },
): Message {
  const { month } = which
  return {
    text: joined([
      html`${name}同志，您好。${lastDay ? '今天' : '这几天'}还有一件小事：`,
      html`${title(month)}（${lastDay ? '今天交就行' : `${dueDay(month)}前`}）`,
    ]),
    buttons: [[toWrite(which)]],
  }
}

/** Waits for content; a month that is over is named. */
export function listening(which: Which, { late }: { late: boolean }): Message {
  const whichOne = late ? `（${title(which.month)}，记为补交）` : ''
  return {
    text: html`好的，请发内容${whichOne}，可以分几条发，发完点“提交”。30 分钟内没动静我会先存成草稿。`,
    buttons: [handIn(which)],
  }
}

/** A draft from before is there. */
export function listeningAgain(which: Which, parts: readonly Part[]): Message {
  return {
    text: html`您有一份${title(which.month)}的草稿（${size(parts)}），接着发就行，发完点“提交”。`,
    buttons: [handIn(which)],
  }
}

/** After each message. */
export function collected(which: Which, parts: readonly Part[]): Message {
  return {
    text: html`记下了，目前${size(parts)}。可以接着发，发完点“提交”。`,
    buttons: [handIn(which)],
    silent: true,
  }
}

/** What becomes of that answer when it arrives after 提交. */
export const takenIn: Message = { text: html`这条已经收到。` }

/** Half an hour without anything. */
export function keptAsDraft(which: Which, parts: readonly Part[]): Message {
  return {
    text: html`${title(which.month)}先帮您存成草稿了（${size(parts)}）。`,
    buttons: [[{ label: '✍️ 接着写', data: writeButton.data(which) }], handIn(which)],
    silent: true,
  }
}

/** What came is nothing a reflection is made of. */
export function cannotTake(which: Which, why: 'other' | 'tooLong' | 'empty'): Message {
  return { text: troubles[why], buttons: [handIn(which)] }
}

const troubles: Record<'other' | 'tooLong' | 'empty', Html> = {
  other: html`这个我收不了。发文字、文档、照片或语音都行。`,
  tooLong: html`语音请在 5 分钟以内，长的可以分几条发。`,
  empty: html`这条是空的，请再发一次。`,
}

/** The author's receipt. */
export function receipt(which: Which, reflection: Reflection, editable: boolean): Message {
  const { month } = which
  const look = { label: '👀 看一遍', data: lookButton.data(which) }
  if (reflection.late) {
    const text = html`✅ 已收到，${spokenMonth(month)}的记为补交。谢谢，写了就好。`
    return { text, buttons: [[look]] }
  }
  if (!editable) return { text: received(month, reflection), buttons: [[look]] }
  return {
    text: html`${received(month, reflection)}${dueDay(month)}前都可以修改。`,
    buttons: [
      [look, { label: '✏️ 修改', data: rewriteButton.data(which) }],
      [{ label: '撤回', data: withdrawButton.data(which) }],
    ],
  }
}

/** The author reads it again; long texts come in several messages. */
export function wholeText(which: Which, { text, files }: Reflection): Message[] {
  const names = files.map(({ form, fileName }) => fileName || spokenForm[form]).join('、')
  const pieces = text.match(/[\s\S]{1,3500}/gu) ?? []
  const head = joined([
    html`<b>${title(which.month)}</b>`,
    names ? html`附：${names}` : undefined,
    !names && !text ? html`过了保存期限，原文已清空；交过的记录仍然在。` : undefined,
    pieces[0] ? html`${pieces[0]}` : undefined,
  ])
  return [{ text: head }, ...pieces.slice(1).map((piece) => ({ text: html`${piece}` }))]
}

/** A new version is awaited; the old one counts until it is there. */
export function rewriting(which: Which): Message {
  return {
    text: html`请把改好的整篇发来，发完点“提交”，就换掉原来那篇；不提交，原来那篇照样算数。`,
    buttons: [handIn(which)],
  }
}

export function discarded(month: MonthKey): Message {
  return { text: html`好的，${title(month)}先不写了。想写的时候发“体会”就行。` }
}

export function withdrawn(which: Which): Message {
  return { text: html`${title(which.month)}已撤回。`, buttons: [[toWrite(which)]] }
}

export interface Owing {
  month: MonthKey
  expected: number
  /** Names, with why they may not have heard. */
  missing: readonly string[]
}

/** To the secretary alone, on the last workday. */
export function stillOwing({ month, expected, missing }: Owing): Message {
  if (missing.length === 0) return { text: html`📝 ${title(month)}收齐了，共 ${expected} 篇 ✅` }
  const count = `已交 ${expected - missing.length}/${expected}`
  return {
    text: joined([
      html`📝 ${title(month)}：${count}，今天还差 ${missing.length} 人。`,
      html`${missing.join('、')}`,
      html`名单只发给您。`,
    ]),
  }
}

/** The author's own open duty. */
export function ownDuty(which: Which, late: boolean): { line: Html; button: Button } {
  const until = late ? '可以补交' : `${dueDay(which.month)}前`
  return { line: html`${title(which.month)}（${until}）`, button: toWrite(which) }
}

/** How many are in, for those who review them. */
export function progress(
  month: MonthKey,
  { here, expected }: { here: number; expected: number },
): Html {
  return html`${title(month)}已收 ${here}/${expected}`
}

function received(month: MonthKey, { form, text, files }: Reflection): Html {
  const name = title(month)
  if (form === 'text') return html`✅ 已收到 ${name}（${lengthOf(text)} 字，文字）。`
  const count = files.filter((file) => file.form === form).length
  const fileName = files.find((file) => file.form === form)?.fileName
  if (form === 'document' && fileName) return html`✅ 已收到《${fileName}》，记为${name}。`
  const what = form === 'photo' ? ` ${count} 张手写照片` : spokenForm[form]
  return html`✅ 已收到${what}，记为${name}。`
}

/** 约 46 字、文件 2 个 */
function size(parts: readonly Part[]): string {
  const files = parts.filter(({ form }) => form !== 'text').length
  const length = lengthOf(textOf(parts))
  return [length > 0 ? `约 ${length} 字` : '', files > 0 ? `文件 ${files} 个` : '']
    .filter(Boolean)
    .join('、')
}

function handIn(which: Which): readonly Button[] {
  return [
    { label: '✅ 提交', data: submitButton.data(which) },
    { label: '🗑 不写了', data: discardButton.data(which) },
  ]
}

function toWrite(which: Which): Button {
  return { label: '✍️ 写体会', data: writeButton.data(which) }
}

function title(month: MonthKey): string {
  return `${spokenMonth(month)}学习体会`
}

/** 12月31日 */
function dueDay(month: MonthKey): string {
  return spokenDay(reflectionDueOn(month)).replace(/（.*/, '')
}
