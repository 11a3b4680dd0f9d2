// Reads a list pasted as text, line by line; also a 接龙, where only the numbered lines are people.

import {
  type Above,
  entryFrom,
  type Findings,
  headedBy,
  note,
  noteSaid,
  nothingFound,
} from './roster-findings.ts'
import { isNameTitle } from './roster-layout.ts'
import { pastedSheet } from './roster-pasted.ts'
import { looksLikeName, readPerson } from './roster-person.ts'
import { readRows } from './roster-rows.ts'
import { isNote, leavingWordIn, roleOf } from './roster-words.ts'

interface Reading {
  found: Findings
  above: Above
  /** In a 接龙 everybody may write behind their name what they like. */
  isChain: boolean
}

const chain = /^\s*#?\s*接龙/
const example = /^\s*例(?:如)?[\s:：]/
const numbered = /^\s*[(（]?\d{1,3}\s*[.、)）．:：]\s*\S/
const nextNumber = /(?<!\s)\s+(?=\d{1,3}[.、)）．]\s*\p{Script=Han})/u
const titleWords = /名单|名册|通讯录|接龙|党支部|报名|通知|会议|大会|培训|签到|统计表/
const separators = /[\s,，、;；|:：]+/
/** 负责人：陈敏 6601 is a person all the same. */
const endsInTail = /(?:^|\s)(?:\d{4}|1\d{10})\s*$/
const longestHanName = 6
const namesInLine = 4

export function readText(text: string): Findings {
  const sheet = pastedSheet(text)
  return (sheet && readRows(sheet)) ?? readLines(text.split(/\r?\n/))
}

function readLines(lines: readonly string[]): Findings {
  const isChain =
    lines.some((line) => numbered.test(line)) &&
    lines.some((line) => chain.test(line) || example.test(line))
  const reading: Reading = { found: nothingFound(), above: { people: 0 }, isChain }
  for (const [index, line] of lines.entries()) {
    if (/[\p{L}\p{N}\p{Co}]/u.test(line) && !example.test(line) && !chain.test(line)) {
      readOne(reading, line, index + 1)
    }
  }
  return reading.found
}

function readOne(reading: Reading, line: string, at: number): void {
  const { found, above, isChain } = reading
  if (headedBy(above, line, found.entries.length) || (isNote(line) && !endsInTail.test(line)))
    return
  const isTitle = isChain ? !numbered.test(line) : isAboutList(line)
  if (isTitle && found.entries.length > 0) note(found, { kind: 'leftOut', line: at, text: line })
  if (isTitle || isHeader(line)) return
  for (const piece of piecesOf(belowHeading(reading, line))) readPiece(reading, piece, at)
}

/** 第一党小组：张三、李四 is a heading and the people below it, in one line. */
function belowHeading({ found, above }: Reading, line: string): string {
  const [, heading = '', people = ''] = /^([^:：]{2,20})[:：](.+)$/s.exec(line) ?? []
  return people !== '' && headedBy(above, heading, found.entries.length) ? people : line
}

function readPiece({ found, above, isChain }: Reading, piece: string, line: number): void {
  const said = readPerson(piece)
  if (said) {
    found.entries.push(entryFrom({ line, ...above, ...said }))
    noteSaid(found, line, isChain ? { ...said, unused: said.unused.filter(leavingWordIn) } : said)
  } else {
    note(found, { kind: 'unreadable', line, text: piece })
  }
}

/** 张三、李四、王五 are three; a line with one name stays as it is. */
function piecesOf(line: string): string[] {
  const people = line.split(nextNumber)
  return people.flatMap((one) => {
    const listed = one.replace(/^\s*[(（]?\d{1,3}\s*[.、)）．]/, '')
    const names = [partsOf(listed, /[、;；]/, 2), partsOf(listed, /[,，\s]+/, namesInLine)]
    return names.find((parts) => parts !== undefined) ?? [one]
  })
}

/** The parts of a text, when there are enough and each is a name, maybe with its digits. */
function partsOf(text: string, separator: RegExp, atLeast: number): string[] | undefined {
  const parts = text.split(separator).filter((part) => part.trim() !== '')
  const areNames = parts.every((part) => {
    const [, name = part] = /^([^\d(（]+)[(（]?(?:\d{4}|1\d{10})[)）]?$/.exec(part.trim()) ?? []
    return looksLikeName(name)
  })
  return parts.length >= atLeast && areNames ? parts : undefined
}

/** The name of the list, an invitation to fill it in: no person is called that. */
function isAboutList(line: string): boolean {
  const words = line.normalize('NFKC').trim().split(separators)
  const [first = ''] = words
  if (numbered.test(line) || words.some((word) => /^\d{4}$|\d{11}/.test(word))) return false
  const isLong = /^\p{Script=Han}+$/u.test(first) && [...first].length > longestHanName
  return titleWords.test(first) || isLong
}

/** 姓名 手机后四位; but 姓名：张三 is a person. */
function isHeader(line: string): boolean {
  if (/\d{4}|姓名\s*[:：]\s*\S/.test(line)) return false
  const words = line.split(separators).filter((word) => word !== '')
  const known = words.filter((word) => roleOf(word) !== undefined)
  return words.slice(0, 3).some(isNameTitle) && known.length * 2 >= words.length
}
