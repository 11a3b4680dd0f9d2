// The ways to say a time of day in Chinese, with or without an end.

import { form, matchAt, numberOf, type Piece } from './text.ts'

/** What was not said and had to be filled in: 3点 is taken for 15:00. */
export type HoursDoubt = 'afternoonAssumed'

/** A time of day as said, in minutes since midnight. */
export interface HoursSaid {
  start: number
  /** After `start`. */
  end?: number
  doubt?: HoursDoubt
}

/** Which hours belong to a part of the day: 晚8点 is 20, 晚12点 is 24, 凌晨12点 is 0. */
const partsOfDay: Record<string, readonly [number, number]> = {
  凌晨: [0, 6],
  清晨: [4, 9],
  早上: [4, 11],
  早晨: [4, 11],
  早: [4, 11],
  上午: [6, 12],
  中午: [11, 14],
  下午: [12, 19],
  午后: [12, 19],
  傍晚: [16, 20],
  晚上: [17, 24],
  晚间: [17, 24],
  晚: [17, 24],
}

const part = `(?<part>${Object.keys(partsOfDay).join('|')})?`
const chineseMinute = '[二三四五]?十[一二三四五六七八九]?|[零〇][一二三四五六七八九]'
const between = '(?:到|至|-{1,2}|~)'
const fractions: Partial<Record<string, number>> = { 半: 30, 一刻: 15, 三刻: 45 }

const fullForms = [
  form(`${part} (?<hour>\\d{1,2}) : (?<minute>\\d{2})(?![\\d:])`),
  form(`${part} (?<hour>N) [点时](?<fraction>半|一刻|三刻)`),
  form(`${part} (?<hour>N) [点时] (?<minute>\\d{1,2}|${chineseMinute}|N) 分`),
  // 8点15, but not 8点15号楼.
  form(`${part} (?<hour>N) [点时](?<minute>\\d{2}|${chineseMinute})(?![\\d楼号层点时月])`),
  form(`${part} (?<hour>N) (?:点钟|点整|时整|点|时)`),
]
// 2-4点: the unit of the first hour stands behind the second.
const sharedForm = form(`${part} (?<hour>N)(?= ${between} N [:点时])`)
const betweenForm = form(` ${between} `)

/** The time of day, or the span, said at that position. */
export function hoursAt(text: string, at: number): { hours: HoursSaid; stop: number } | undefined {
  const piece = firstMatch([...fullForms, sharedForm], text, at)
  const hours = piece && startOf(piece.said)
  if (!hours) return undefined
  const last = endAt(text, piece.stop, hours.start)
  return last
    ? { hours: { ...hours, end: last.end }, stop: last.stop }
    : { hours, stop: piece.stop }
}

function endAt(text: string, at: number, start: number) {
  const till = matchAt(betweenForm, text, at)
  const piece = till && firstMatch(fullForms, text, till.stop)
  if (!piece) return undefined
  const end = endOf(piece.said, start)
  return end === undefined ? undefined : { end, stop: piece.stop }
}

function firstMatch(forms: readonly RegExp[], text: string, at: number): Piece | undefined {
  for (const pattern of forms) {
    const piece = matchAt(pattern, text, at)
    if (piece) return piece
  }
  return undefined
}

/** Without a part of the day, 1 to 6 is the afternoon: nobody meets before dawn. 03:00 is exact. */
function startOf(said: Piece['said']): HoursSaid | undefined {
  const hour = numberOf(said.hour ?? '')
  const assumed = !said.part && !isExact(said) && hour <= 6
  const [first] = said.part ? hoursIn(said.part, hour) : [assumed ? hour + 12 : hour]
  const start = minutesAt(first, said)
  if (start === undefined) return undefined
  return { start, ...(assumed && { doubt: 'afternoonAssumed' as const }) }
}

/** The first such time after the start: 下午2点到4点 ends at 16:00, and 9点到12点 at noon. */
function endOf(said: Piece['said'], start: number): number | undefined {
  const hour = numberOf(said.hour ?? '')
  const onTheClock = isExact(said) ? [hour || 24] : [hour, hour + 12]
  const hours = said.part ? hoursIn(said.part, hour) : onTheClock
  return hours.map((each) => minutesAt(each, said)).find((end) => end !== undefined && end > start)
}

/** Whether the hour is one of 24 and not one of twelve: 03:00, 0点, 19点. */
function isExact({ hour = '' }: Piece['said']): boolean {
  return hour.startsWith('0') || numberOf(hour) === 0 || numberOf(hour) > 12
}

function hoursIn(part: string, hour: number): number[] {
  const [from, to] = partsOfDay[part] ?? [0, 24]
  const possible = hour === 12 ? [12, 24, 0] : [hour, hour + 12]
  return possible.filter((each) => each >= from && each <= to)
}

function minutesAt(hour: number | undefined, said: Piece['said']): number | undefined {
  const minute = fractions[said.fraction ?? ''] ?? numberOf(said.minute ?? '')
  if (hour === undefined || minute > 59 || hour * 60 + minute > 24 * 60) return undefined
  return hour * 60 + minute
}
