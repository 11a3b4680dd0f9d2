// The imported notices on public holidays, one a year.

import { asc } from 'drizzle-orm'
import type { HolidayYear } from '../../kernel/holiday-notice.ts'
import { prepared } from '../../platform/store/prepared.ts'
import type { Work } from '../../platform/store/work.ts'
import { holidayYears } from '../schema.ts'

const yearRows = prepared((database) =>
  database.select().from(holidayYears).orderBy(asc(holidayYears.year)).prepare(),
)

export function importedHolidays(w: Work): HolidayYear[] {
  return yearRows(w)
    .all()
    .map(({ notice }) => notice)
}

/** Keeps a year's notice; one that was there before is replaced. */
export function saveHolidays(w: Work, notice: HolidayYear): void {
  const row = { year: notice.year, notice, importedAt: w.now }
  w.tx
    .insert(holidayYears)
    .values(row)
    .onConflictDoUpdate({ target: holidayYears.year, set: row })
    .run()
}
