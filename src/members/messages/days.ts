// Days as the roster says them.

import { type Day, spokenDay } from '../../kernel/time.ts'

/** 12月1日, with the year when it is not this one. */
export function onDay(day: Day, today: Day): string {
  return spokenDay(day, today).replace(/（.*/, '')
}
