// What attendance offers: the card and answers, leave, check-in, roll-call, reminders, closing.

import type { Feature } from '../platform/feature.ts'
import { attendanceAwaiting } from './actions/awaiting.ts'
import { attendanceDoors } from './bot/doors.ts'
import { attendanceJobs } from './jobs.ts'

export const attendance: Feature = {
  name: 'attendance',
  doors: attendanceDoors,
  jobs: attendanceJobs,
  awaiting: attendanceAwaiting,
}
