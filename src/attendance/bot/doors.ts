// All doors of attendance.

import type { Door } from '../../platform/telegram/door.ts'
import { checkInDoors } from './check-in.ts'
import { closingDoors } from './closing.ts'
import { decidingDoors } from './deciding.ts'
import { leaveDoors } from './leave.ts'
import { ownLeaveDoors } from './own-leave.ts'
import { rollCallDoors } from './roll-call.ts'
import { rsvpDoors } from './rsvp.ts'

export const attendanceDoors: readonly Door[] = [
  ...checkInDoors,
  ...leaveDoors,
  ...rollCallDoors,
  ...rsvpDoors,
  ...ownLeaveDoors,
  ...decidingDoors,
  ...closingDoors,
]
