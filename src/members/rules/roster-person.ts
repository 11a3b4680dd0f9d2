// One person as they stand in a line or in a cell: the name, and what is written around it.

import type { Office } from '../../kernel/roles.ts'
import { cleanName, firstGraphemes, type Standing } from '../rules.ts'
import { isLandline, withoutNumbers } from './roster-phones.ts'
import { bare, isGroupName, officeFrom, standingFrom } from './roster-words.ts'

export interface PersonRead {
  name: string
  phoneTail?: string
  standing?: Standing
  partyGroup?: string
  office?: Office
  hasId: boolean
  hasTwoPhones: boolean
  /** Words that are neither the name nor anything else we know. */
  unused: string[]
}

type Said = Omit<PersonRead, 'name' | 'unused'> & { words: string[]; asides: string[] }

const longest = 500
const quotedLength = 20
const circled = /[①-⑳]|[㉑-㉟]/g
const pictures =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\p{Regional_Indicator}√✓✗☐]|\ufe0f|\u20e3/gu
const listNumber =
  /^[(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[.、)]\s*|\s+(?=\D))|^\d{1,3}:\s*(?=\D)/
const bullet = /^[-–—•●▪◆*·]+\s*(?=[\p{L}\d])/u
const brackets = /[([【「〔]([^()[\]【】「」〔〕]{0,60})[)\]】」〕]/g
const separators = /[\s,，、;；|:：]+/
const betweenHan = /(?<=\p{Script=Han})(?:[-—–~～_/]+(?=[\p{Script=Han}\d])|\+\d{1,2}(?!\d))/gu
const dots = /(?<=\p{Script=Han})\s*[·•・‧∙]\s*(?=\p{Script=Han})/gu
const openBracket = /(?<=.)[([【「〔][^)\]】」〕]{0,100}$/
const noise =
  /^(?:参加|不参加|已?到|到会|已?报名|收到|确认|[按准]时(?:参加|到|参会)?|签到|出席|列席|请假|迟到|男|女|[\p{Script=Han}]{1,5}族|尾号|后[四4]位|(?:联系)?(?:电话|方式)|手机(?:号码?)?|党?小组|姓名|负责人|联系人|同志|ok|tel)$/u
const compoundSurname =
  /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯|端木|独孤|南宫|宇文|长孙|轩辕|鲜于|闾丘|钟离|申屠|公冶|宗政|濮阳|淳于|单于|太叔|西门|百里|呼延|澹台|赫连)$/

/** A name and what is said with it; undefined when there is no name in it. */
export function readPerson(text: string): PersonRead | undefined {
  const even = plain(text)
  if (even.startsWith('=')) return undefined
  const said: Said = { hasId: false, hasTwoPhones: false, words: [], asides: [] }
  const unbracketed = even.replace(brackets, (whole, inner: string) =>
    unwrapped(said, whole, inner),
  )
  const { text: rest, tails, hasId } = withoutNumbers(unbracketed)
  const [tail, ...others] = new Set(tails)
  Object.assign(said, { hasId, hasTwoPhones: others.length > 0 }, tail && { phoneTail: tail })
  const words = rest
    .replace(betweenHan, ' ')
    .replace(/(?<=\p{Script=Han})(?=\+?\d)|(?<=(?<!\d)\d{4})(?=(?![年月日])\p{Script=Han})/gu, ' ')
    .split(separators)
  return words.every((word) => understood(said, trimmed(word))) ? personFrom(said) : undefined
}

/** Some words of a list, short and without any long number. */
export function quoted(text: string, length = quotedLength): string {
  const masked = cleanName(
    text
      .slice(0, longest)
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, ''),
  )
    .replace(/\d(?:[\s.+-]?\d){6,}/g, '…')
    .replace(/\d\.\d+E\+?\d+/gi, '…')
  const short = firstGraphemes(masked, length)
  return short.length < masked.length ? `${short}…` : short
}

/** Without list number, pictures and what cannot be seen. */
function plain(text: string): string {
  return text
    .slice(0, longest)
    .replace(circled, (number) => `${number.normalize('NFKC')}. `)
    .replace(pictures, ' ')
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Cc}/gu, ' ')
    .replace(dots, '·')
    .replace(openBracket, ' ')
    .trim()
    .replace(bullet, '')
    .replace(listNumber, '')
    .replace(/^@/, '')
}

/** What a bracket is good for; one sign tells namesakes apart and stays: 张伟（大）. */
function unwrapped(said: Said, whole: string, inner: string): string {
  const word = inner.trim()
  if (/^[^\s男女\d]$/u.test(word)) return whole
  const isUseful =
    /^[\d+\s-]+$/.test(word) || isGroupName(word) || standingFrom(word) || officeFrom(word)
  if (isUseful || /\d{4}$/.test(word)) return ` ${inner} `
  if (!noise.test(word)) said.asides.push(word)
  return ' '
}

/** Takes in one word; false when it makes the line unreadable. */
function understood(said: Said, word: string): boolean {
  if (!/[\p{L}\p{N}\p{Co}]/u.test(word) || noise.test(word.toLowerCase())) return true
  const standing = standingFrom(word)
  const office = officeFrom(word)
  if (standing) said.standing ??= standing
  else if (office) said.office ??= office
  else if (isGroupName(word)) said.partyGroup ??= word
  else if (/^\d{4}$/.test(word)) return tailTaken(said, word)
  else if (/^[\d-]+$/.test(word)) return isLandline(word)
  else said.words.push(word)
  return true
}

function tailTaken(said: Said, tail: string): boolean {
  if (said.phoneTail !== undefined && said.phoneTail !== tail) said.hasTwoPhones = true
  said.phoneTail ??= tail
  return true
}

function trimmed(word: string): string {
  return word.replace(/^\*{1,5}|[*。！!?？,~…—.-]{1,20}$/gu, '')
}

function personFrom({ words, asides, ...said }: Said): PersonRead | undefined {
  const count = wordsOfName(words)
  const name = cleanName(words.slice(0, count).join(isHan(words[0]) && count <= 4 ? '' : ' '))
    .replace(/(?<=^\p{Script=Han}{2,})同志$/u, '')
    .replace(/^[·.]+|[·]+$/g, '')
  if (!isName(name)) return undefined
  return { ...said, name, unused: [...words.slice(count), ...asides].map((word) => quoted(word)) }
}

/** 王 强, 欧阳 一雯 and John Smith are one name each; of 张三 技术部 the first word is. */
function wordsOfName([first = '', ...others]: readonly string[]): number {
  if (!isHan(first)) return 1 + until(others, (word) => isHan(word))
  const second = others[0] ?? ''
  if (!isHan(second)) return 1
  if ([...first].length > 1) return compoundSurname.test(first) && [...second].length <= 2 ? 2 : 1
  if ([...second].length > 1) return 2
  return (
    1 +
    Math.min(
      3,
      until(others, (word) => !isHan(word) || [...word].length > 1),
    )
  )
}

function until(words: readonly string[], ends: (word: string) => boolean): number {
  const at = words.findIndex(ends)
  return at < 0 ? words.length : at
}

function isHan(word = ''): boolean {
  return /^[\p{Script=Han}\p{Co}·•・〇]+$/u.test(word)
}

function isName(name: string): boolean {
  return /\p{L}|\p{Co}/u.test(name) && !/^[\d=+@#-]|\d{5}|[|]/u.test(name)
}

/** How a cell of a column of names looks when it is nothing but a name. */
export function looksLikeName(text: string): boolean {
  const word = bare(text)
  if (!/^(?:\p{Script=Han}{2,4}|\p{Script=Han}{2,8}·\p{Script=Han}{2,10})$/u.test(word))
    return false
  return !noise.test(word) && !standingFrom(word) && !officeFrom(word) && !isGroupName(word)
}
