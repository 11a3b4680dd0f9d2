// What people type, made even, and the small readers the grammar is built from.

import type { Weekday } from '../time.ts'

const ones = '零一二三四五六七八九'
const number = '(?:\\d{1,2}|[二三四五六七八九]?十[一二三四五六七八九]?|[〇零一二两三四五六七八九])'
const dashes = /[‐‑‒–—―−]/g
const separator = /[\s,、。;在的]*/y
const looksLikeTime = /^(?:凌晨|早上|上午|中午|下午|傍晚|晚上|\d{1,2}\s*[:点时])/

/** A piece of text that a form has matched. */
export interface Piece {
  said: Partial<Record<string, string>>
  /** Where the text goes on. */
  stop: number
}

/** Full-width characters made half-width. A position in the result is a position in `text`. */
export function evened(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
    .replaceAll('∶', ':')
    .replace(/[〜∼]/g, '~')
    .replace(dashes, '-')
}

/**
 * A pattern in which a blank stands for up to three blanks and N for a number up to 99. Three, so
 * that a message of nothing but blanks costs no time.
 */
export function form(source: string): RegExp {
  return new RegExp(source.replaceAll(' ', '\\s{0,3}').replaceAll('N', number), 'y')
}

/** What `pattern` finds exactly at that position. */
export function matchAt(pattern: RegExp, text: string, at: number): Piece | undefined {
  pattern.lastIndex = at
  const match = pattern.exec(text)
  return match ? { said: match.groups ?? {}, stop: pattern.lastIndex } : undefined
}

/** Where the text goes on after blanks, commas, 在 and 的. */
export function afterFillers(text: string, at: number): number {
  return matchAt(separator, text, at)?.stop ?? at
}

/** 12, 十二, 两, 零五 → number. */
export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const [low = '', high] = text.replace('两', '二').replace('〇', '零').split('十').reverse()
  return (high === '' ? 10 : digit(high) * 10) + digit(low)
}

/** 一 to 六, 日 or 天 → weekday. */
export function weekdayNamed(name: string): Weekday {
  return ones.indexOf(name.replace(/[日天]/, '七')) as Weekday
}

/**
 * What stands after the part understood, as it was typed. Not understood (`piece`) when it should
 * not be there, is not set apart, or looks like more of the time.
 */
export function restAfter(
  text: string,
  at: number,
  mayFollow: boolean,
): { rest: string } | { piece: string } {
  const start = afterFillers(evened(text), at)
  const tail = text.slice(start)
  if (tail === '') return { rest: '' }
  if (!mayFollow) return { piece: tail.trimEnd() }
  const setApart = start > at && !looksLikeTime.test(evened(tail))
  return setApart ? { rest: tail } : { piece: firstWord(tail) }
}

/** Up to the first blank or comma. */
export function firstWord(text: string): string {
  return /[^\s,，、。]+/.exec(text)?.[0] ?? text.trim()
}

function digit(text: string | undefined): number {
  return text ? ones.indexOf(text.slice(-1)) : 0
}
