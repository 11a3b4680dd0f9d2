// What the secretary should look at in a list before it is imported, each in a line.

import { type Html, html } from '../../kernel/html.ts'
import type { RosterDoubt, RosterRead } from '../rules/roster-lines.ts'
import { shortName } from './importing-names.ts'

const linesShown = 8
const linesInWhole = 30

/** Every doubt in a line; of many rows with the same doubt the first ones are named. */
export function spokenDoubts({ doubts, ignored }: RosterRead): Html[] {
  const said = doubts.map((doubt) => spoken(doubt, numbers))
  return [...said, ...spokenIgnored(ignored)]
}

/** The same with every row named. */
export function wholeDoubts({ doubts, ignored }: RosterRead): Html[] {
  const said = doubts.flatMap((doubt) =>
    'lines' in doubt
      ? inPieces(doubt.lines).map((lines) => spoken({ ...doubt, lines }, all))
      : [spoken(doubt, all)],
  )
  return [...said, ...spokenIgnored(ignored)]
}

type Numbers = (lines: readonly number[]) => string

function spoken(doubt: RosterDoubt, say: Numbers): Html {
  switch (doubt.kind) {
    case 'unreadable':
      return html`第 ${doubt.line} 行没看懂：「${doubt.text}」，没有算进去`
    case 'idIgnored':
      return html`身份证号已忽略，不会保存`
    case 'otherSheets':
      return html`还有工作表${quoted(doubt.tabs)}没有读，要的话请另存为一份再发`
    case 'noHeader':
      return html`没有表头，各列是按内容认的`
    case 'noNameColumn':
      return html`没找到“姓名”列`
    default:
      return html`第 ${say(doubt.lines)} 行${ofRows(doubt)}`
  }
}

type OfRows = Extract<RosterDoubt, { lines: number[] }>

/** What is said after the numbers of the rows. */
function ofRows(doubt: OfRows): string {
  switch (doubt.kind) {
    case 'sameName':
      return `都叫「${shortName(doubt.name)}」，会用后四位区分`
    case 'samePerson':
      return `都是「${shortName(doubt.name)}」，只算一位；是两位的话，请用后四位区分`
    case 'unknownStanding':
      return `的类别「${shortName(doubt.text)}」没看懂，先按正式党员记`
    case 'maybeLeft':
      return `写着「${shortName(doubt.text)}」，仍会导入；不在支部的请删掉再发`
    case 'unusedWords':
      return `姓名旁边的字没有用上，例如「${shortName(doubt.text)}」`
    case 'leftOut':
      return `不像人名，没有算进去，例如「${shortName(doubt.text)}」`
    default:
      return plainly[doubt.kind]
  }
}

const plainly: Record<Exclude<OfRows, { name: string } | { text: string }>['kind'], string> = {
  noTail: '没有后四位，认领时请您点头',
  noName: '没有姓名，没有算进去',
  paddedTail: '的后四位开头少了 0，已经补上',
  oddPhone: '的号码位数不对，没有采用，认领时请您点头',
  twoPhones: '有几个手机号，用的是第一个',
  groupFromAbove: '没写党小组，按上一行的党小组记',
}

function spokenIgnored(titles: readonly string[]): Html[] {
  const [first] = titles
  if (first === undefined) return []
  const count = titles.length === 1 ? '一列' : ` ${titles.length} 列`
  return [html`${quoted(titles)}${count}已忽略，不会保存`]
}

/** 「退休支部」「2025」等 */
function quoted(titles: readonly string[]): string {
  const named = titles.slice(0, linesShown).map((title) => `「${shortName(title)}」`)
  return `${named.join('')}${titles.length > linesShown ? '等' : ''}`
}

/** 2、5; of many the first ones, and how many they are. */
function numbers(lines: readonly number[]): string {
  const shown = lines.slice(0, linesShown).join('、')
  return lines.length > linesShown ? `${shown} 等 ${lines.length}` : shown
}

function all(lines: readonly number[]): string {
  return lines.join('、')
}

function inPieces(lines: readonly number[]): number[][] {
  const count = Math.ceil(lines.length / linesInWhole)
  return Array.from({ length: count }, (_, at) =>
    lines.slice(at * linesInWhole, (at + 1) * linesInWhole),
  )
}
