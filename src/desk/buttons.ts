// What the buttons of the desk carry, and the forms it opens.

import { z } from 'zod'
import type { CorrectionId, OrganisationId } from '../kernel/ids.ts'
import { settingKeys } from '../organisation/rules.ts'
import { callback } from '../platform/telegram/callback.ts'
import { choice, id } from '../platform/telegram/codec.ts'
import { form } from '../platform/telegram/form.ts'

const branch = id<OrganisationId>()
const correction = id<CorrectionId>()

export const deskButton = callback('desk', {
  page: choice('me', 'next', 'help', 'mine', 'settings', 'status'),
})

/** What somebody may do with what is kept about them. */
export const ownButton = callback('own', { deed: choice('correct', 'export', 'unbind', 'erase') })

/** Taking one's own request for a correction back. */
export const withdrawCorrectionButton = callback('own.wd', { correction })
/** The request as those see it who keep the roster. */
export const seeCorrectionButton = callback('own.see', { correction })
export const answerCorrectionButton = callback('own.ans', {
  correction,
  answer: choice('yes', 'no'),
})

/** Whether automatic reminders come. */
export const remindersButton = callback('set.rem', { answer: choice('yes', 'no') })
/** No reminders for a time; `over` ends it. */
export const pauseButton = callback('set.ps', { until: choice('sunday', 'month', 'type', 'over') })
/** How many months something is kept: 0 asks, a shorter time is asked about once more. */
export const keepingButton = callback('set.kp', {
  branch,
  key: choice(...settingKeys),
  months: id<number>(),
  sure: choice('ask', 'yes'),
})

/** Asks whether the branch is to be retired. */
export const retireButton = callback('set.rt', { branch })
/** Takes a retired branch into use again. */
export const resumeButton = callback('set.bk', { branch })
/** A branch that is still is to stay as it is. */
export const keepUsingButton = callback('set.id', { branch })

/** What cannot be pressed by accident or long after: good while the question is open. */
export const sureButton = callback('own.ok', {
  deed: choice('unbind', 'erase', 'retire'),
  stamp: id<number>(),
})

const branchNumber = z.number().transform((number) => number as OrganisationId)

export const sureForm = form(
  'desk.sure',
  10,
  z.object({
    deed: z.enum(['unbind', 'erase', 'retire']),
    stamp: z.number(),
    branch: branchNumber.optional(),
  }),
)

/** What is wrong, being written. */
export const correctionForm = form('desk.correct', 30, z.object({ branch: branchNumber }))
/** Why it is not put right, being written. */
export const declineForm = form(
  'desk.decline',
  30,
  z.object({ correction: z.number().transform((number) => number as CorrectionId) }),
)
/** Until when there is a pause, being written. */
export const pauseForm = form('desk.pause', 30, z.object({}))
