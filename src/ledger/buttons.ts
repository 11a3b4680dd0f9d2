// What the export's buttons carry.

import type { OrganisationId } from '../kernel/ids.ts'
import { monthPattern } from '../kernel/month.ts'
import { callback } from '../platform/telegram/callback.ts'
import { id, token } from '../platform/telegram/codec.ts'

export const exportButton = callback('led.exp', {
  branch: id<OrganisationId>(),
  month: token(monthPattern),
})

/** The same for a whole year. */
export const exportYearButton = callback('led.yr', {
  branch: id<OrganisationId>(),
  year: id<number>(),
})
