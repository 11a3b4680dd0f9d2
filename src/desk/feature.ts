// The desk: what awaits a person, over every other slice; and the life of a branch as a whole.

import type { Feature } from '../platform/feature.ts'
import { whileInUse } from './bot/in-use.ts'
import { deskDoors } from './bot.ts'
import { deskJobs } from './jobs.ts'
import { ownReport } from './report.ts'

export function deskFeature(others: readonly Feature[]): Feature {
  return {
    name: 'desk',
    doors: deskDoors(others),
    jobs: deskJobs,
    reports: { own: ownReport(others) },
  }
}

/** The same feature, whose doors are closed to branches that are retired. */
export function closedWhenRetired(feature: Feature): Feature {
  return { ...feature, ...(feature.doors && { doors: feature.doors.map(whileInUse) }) }
}
