// Members: who belongs to the branch, who they are in Telegram, how they are reached.

import type { Feature } from '../platform/feature.ts'
import { claimingDoors } from './bot/claiming.ts'
import { rosterDoors } from './bot/roster.ts'
import { membersJobs } from './jobs.ts'

export const members: Feature = {
  name: 'members',
  doors: [...claimingDoors, ...rosterDoors],
  jobs: membersJobs,
}
