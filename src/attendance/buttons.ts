// What the buttons and deep links about attendance carry, and the forms they open.

import { z } from 'zod'
import type { LeaveId, PersonId, SessionId } from '../kernel/ids.ts'
import { callback } from '../platform/telegram/callback.ts'
import { choice, id } from '../platform/telegram/codec.ts'
import { form } from '../platform/telegram/form.ts'
import { link } from '../platform/telegram/link.ts'
import { leaveCodes } from './rules/words.ts'

const session = id<SessionId>()
const leave = id<LeaveId>()

/** 参加 on the group's card: pressed again it takes the answer back. */
export const goingButton = callback('at.go', { session })
/** 参加 in a private message: pressed again it changes nothing. */
export const yesButton = callback('at.yes', { session })
export const notGoingButton = callback('at.off', { session })
/** 请假: opens the reasons, in private. */
export const askLeaveButton = callback('at.lv', { session })
/** Shows the invitation with both answers. */
export const answerButton = callback('at.ans', { session })

export const leaveReasonButton = callback('at.why', { session, code: choice(...leaveCodes) })
/** 不请了, before a reason was chosen. */
export const noLeaveButton = callback('at.no', { session })
export const showLeaveButton = callback('at.lvs', { leave })
export const addNoteButton = callback('at.note', { leave })
export const withdrawLeaveButton = callback('at.lvw', { leave })
/** 仍请假, after it was declined. */
export const askAgainButton = callback('at.lva', { leave })

export const approveButton = callback('at.ok', { leave })
/** Approves what the message listed: nothing asked for later. */
export const approveAllButton = callback('at.oka', { session, upTo: leave })
export const declineButton = callback('at.dec', { leave })
export const pendingButton = callback('at.pen', { session })

export const undoCheckInButton = callback('at.undo', { session })

export const rollCallButton = callback('at.roll', { session, page: id<number>() })
/** Carries what it makes of the person, so that an old keyboard turns nothing back. */
export const markButton = callback('at.mark', {
  session,
  person: id<PersonId>(),
  to: choice('in', 'out'),
  page: id<number>(),
})
export const restButton = callback('at.rest', { session })
export const markRestButton = callback('at.resty', { session })

export const summaryButton = callback('at.sum', { session })
export const closeButton = callback('at.close', { session })
/** Its door is the ledger's: locking also writes the ledger. */
export const lockButton = callback('at.lock', { session })

export const checkInLink = link('c', { session })
/** 参加, for somebody who first had to say who they are. */
export const goingLink = link('y', { session })
export const leaveLink = link('lv', { session })

const leaveNumber = z.number().transform((number) => number as LeaveId)

/** One more sentence to a leave. */
export const noteForm = form('attendance.note', 30, z.object({ leave: leaveNumber }))
/** Why a leave is declined. */
export const declineForm = form('attendance.decline', 30, z.object({ leave: leaveNumber }))
