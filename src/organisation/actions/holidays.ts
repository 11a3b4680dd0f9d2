// The operator imports the yearly notice on public holidays.

import {
  type HolidayYear,
  type NoticeRefusal,
  readHolidayNotice,
} from '../../kernel/holiday-notice.ts'
import { done, type Outcome } from '../../kernel/result.ts'
import type { Work } from '../../platform/store/work.ts'
import { saveHolidays } from '../store/holidays.ts'

/** Reads the notice and keeps it; it counts from the next heartbeat on. */
export function importHolidays(
  w: Work,
  text: string,
): Outcome<{ notice: HolidayYear }, NoticeRefusal> {
  const read = readHolidayNotice(text)
  if (!read.ok) return read
  saveHolidays(w, read.notice)
  return done({ notice: read.notice })
}
