// Tells a branch once when nobody knows yet which days of next year are public holidays.

import { isYearKnown } from '../../kernel/rest-days.ts'
import { type Day, instant } from '../../kernel/time.ts'
import { tell } from '../../members/actions.ts'
import { secretaryOf } from '../../members/store.ts'
import { nextPermitted } from '../../organisation/rules.ts'
import type { Branch } from '../../organisation/store.ts'
import type { Work } from '../../platform/store/work.ts'
import { holidaysMissing } from '../messages/plan.ts'

/** To the secretary, who may ask the operator; of no use any more when the year has begun. */
export function tellHolidaysMissing(
  w: Work,
  { id, zone }: Pick<Branch, 'id' | 'zone'>,
  year: number,
): void {
  const newYear: Day = `${year}-01-01`
  const secretary = secretaryOf(w, id)
  if (secretary === undefined || isYearKnown(newYear)) return
  const notBefore = nextPermitted(w.now, zone)
  const expiresAt = instant(newYear, '00:00', zone)
  tell(w, { branch: id, person: secretary, message: holidaysMissing(year), notBefore, expiresAt })
}
