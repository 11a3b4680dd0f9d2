// Forgets what people wrote: their own wish at once, what is too old at night.

import type { OrganisationId } from '../../kernel/ids.ts'
import { clearedPerNight, keptSince } from '../../organisation/rules/retention.ts'
import { settingsOf } from '../../organisation/store/settings.ts'
import { allBranches } from '../../organisation/store.ts'
import type { Work } from '../../platform/store/work.ts'
import { zoneOf } from '../../sessions/store.ts'
import { blankBefore, textsBefore } from '../store/own-data.ts'

/** Empties texts older than their branch keeps them, the oldest first, as many as one night may. */
export function forgetOldTexts(w: Work): void {
  let left = clearedPerNight
  for (const { id, zone } of allBranches(w)) {
    const before = keptSince(w.now, settingsOf(w, id).reflectionMonths, zone)
    if (left > 0) left -= blankBefore(w, id, { before, atMost: left })
  }
}

/** How many texts would go if a branch kept them only that long. */
export function textsOlderThan(w: Work, branch: OrganisationId, months: number): number {
  return textsBefore(w, branch, keptSince(w.now, months, zoneOf(w, branch)))
}
