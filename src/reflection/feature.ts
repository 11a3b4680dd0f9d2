// What the reflection offers: the way to hand one in, reminders, what is open.

import type { Feature } from '../platform/feature.ts'
import { reflectionAwaiting } from './actions/waiting.ts'
import { reflectionDoors } from './bot.ts'
import { reflectionJobs } from './jobs.ts'
import { reflectionOwnData } from './report.ts'
import { blankReflections } from './store/own-data.ts'

export const reflection: Feature = {
  name: 'reflection',
  doors: reflectionDoors,
  jobs: reflectionJobs,
  awaiting: reflectionAwaiting,
  ownData: reflectionOwnData,
  erase: blankReflections,
}
