// What attendance offers: the card and answers, leave, check-in, roll-call, reminders, closing.

import type { Feature } from '../platform/feature.ts'
import { attendanceAwaiting } from './actions/awaiting.ts'
import { eraseAttendance } from './actions/erasure.ts'
import { attendanceDoors } from './bot/doors.ts'
import { attendanceJobs } from './jobs.ts'
import { attendanceOwnData } from './report.ts'

export const attendance: Feature = {
  name: 'attendance',
  doors: attendanceDoors,
  jobs: attendanceJobs,
  awaiting: attendanceAwaiting,
  ownData: attendanceOwnData,
  erase: eraseAttendance,
}
