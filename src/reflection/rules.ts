// The month's study reflection: when it is due, when people are reminded, what one is made of.

import type { OrganisationId, PersonId } from '../kernel/ids.ts'
import { type MonthKey, monthOf } from '../kernel/month.ts'
import { isRestDay, lastWorkdayOf, nextWorkday } from '../kernel/rest-days.ts'
import { addDays, addMinutes, type Day, dayOn, instant, type Zone } from '../kernel/time.ts'

export const reflectionForms = ['text', 'document', 'photo', 'voice'] as const
export type ReflectionForm = (typeof reflectionForms)[number]

/** Whose reflection, of which month. */
export interface Whose {
  branch: OrganisationId
  person: PersonId
  month: MonthKey
}

/** One message of a reflection; `text` is what was written, or the caption of a file. */
export interface Part {
  form: ReflectionForm
  text: string
  fileId?: string | undefined
  fileName?: string | undefined
}

/** A reflection as it was handed in. */
export interface Reflection {
  form: ReflectionForm
  text: string
  files: readonly Part[]
  submittedAt: Date
  late: boolean
  version: number
}

export const longestVoiceSeconds = 5 * 60

const dayMinutes = 24 * 60

/** The last workday of the month: until its midnight nothing is late. */
export function reflectionDueOn(month: MonthKey): Day {
  return lastWorkdayOf(month)
}

/** The end of that day. */
export function reflectionDueAt(month: MonthKey, zone: Zone): Date {
  return instant(reflectionDueOn(month), '24:00', zone)
}

/** When a month's reflection is asked for, and when those who owe it are reminded. */
export interface Timetable {
  askAt: Date
  /** Automatic reminders that make sense, in order. */
  reminders: readonly { kind: 'dMinus3' | 'lastDay'; at: Date }[]
  /** When the secretary learns who still owes. */
  owingAt: Date
  dueAt: Date
}

/**
 * The month's dates after its training: asked on the next workday, and not before. A training on
 * the last workday leaves no time; then nobody is asked and nobody owes.
 */
export function timetableAfter(trainingAt: Date, zone: Zone): Timetable | undefined {
  const held = dayOn(trainingAt, zone)
  const dueOn = reflectionDueOn(monthOf(held))
  const askOn = nextWorkday(held)
  if (askOn > dueOn) return undefined
  const askAt = instant(askOn, '09:30', zone)
  const wanted: Timetable['reminders'] = [
    { kind: 'dMinus3', at: instant(workdayUntil(addDays(dueOn, -3)), '18:30', zone) },
    { kind: 'lastDay', at: instant(dueOn, '10:00', zone) },
  ]
  return {
    askAt,
    reminders: wanted.filter(({ at }) => at >= addMinutes(askAt, dayMinutes)),
    owingAt: instant(dueOn, '16:00', zone),
    dueAt: reflectionDueAt(monthOf(held), zone),
  }
}

/** Han characters and words; no blanks, no punctuation. */
export function lengthOf(text: string): number {
  const han = text.match(/\p{Script=Han}/gu) ?? []
  const words = text
    .replace(/\p{Script=Han}/gu, ' ')
    .match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)
  return han.length + (words ?? []).length
}

/** What the parts are together: a document or a photo makes it one. */
export function formOf(parts: readonly Part[]): ReflectionForm {
  const order = ['document', 'photo', 'voice'] as const
  return order.find((form) => parts.some((part) => part.form === form)) ?? 'text'
}

/** The words of all parts, a line each. */
export function textOf(parts: readonly Part[]): string {
  return parts
    .map(({ text }) => text.trim())
    .filter(Boolean)
    .join('\n')
}

function workdayUntil(day: Day): Day {
  return isRestDay(day) ? workdayUntil(addDays(day, -1)) : day
}
