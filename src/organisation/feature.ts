// Organisation: branches and the groups they live in.

import type { Feature } from '../platform/feature.ts'
import { organisationDoors } from './bot.ts'
import { organisationJobs } from './jobs.ts'

export const organisation: Feature = {
  name: 'organisation',
  doors: organisationDoors,
  jobs: organisationJobs,
}
