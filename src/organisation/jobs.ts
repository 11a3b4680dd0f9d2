// The door from the clock: what the operator imports beside the running program is known a minute later.

import { useHolidayYears } from '../kernel/rest-days.ts'
import type { Jobs } from '../platform/feature.ts'
import { importedHolidays } from './store/holidays.ts'

/** Nothing is due; but what is due for others is asked with these holidays. */
export const organisationJobs: Jobs = (w) => {
  useHolidayYears(importedHolidays(w))
  return []
}
