// What training offers: writing and announcing one, the monthly rule, drafts made in time.

import type { Feature } from '../platform/feature.ts'
import { trainingAwaiting } from './actions/waiting.ts'
import { announcingDoors } from './bot/announcing.ts'
import { planningDoors } from './bot/planning.ts'
import { writingDoors } from './bot/writing.ts'
import { trainingJobs } from './jobs.ts'

export const training: Feature = {
  name: 'training',
  doors: [...writingDoors, ...announcingDoors, ...planningDoors],
  jobs: trainingJobs,
  awaiting: trainingAwaiting,
}
