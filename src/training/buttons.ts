// What the buttons about trainings carry, and the forms in which one is written.

import { z } from 'zod'
import type { OrganisationId, SessionId } from '../kernel/ids.ts'
import { callback } from '../platform/telegram/callback.ts'
import { choice, id, token } from '../platform/telegram/codec.ts'
import { form } from '../platform/telegram/form.ts'
import type { Unfinished } from './rules/sentence.ts'

const branch = id<OrganisationId>()
const session = id<SessionId>()
/** Which of the messages of a form it is: only the newest one is good. */
const stamp = id<number>()

/** Opens the form for a new training. */
export const newTrainingButton = callback('tr.new', { branch })
/** 补充内容: opens the form over a draft. */
export const fillDraftButton = callback('tr.fill', { session })
export const publishButton = callback('tr.go', { stamp })
export const changeButton = callback('tr.ch', { stamp, what: choice('when', 'place', 'topic') })
/** 返回: the card again, unchanged. */
export const backToCardButton = callback('tr.card', { stamp })
/** One of the two days that a sentence may have meant. */
export const dayButton = callback('tr.day', { stamp, day: token(/^\d{4}-\d\d-\d\d$/) })
export const dropButton = callback('tr.no', { stamp })

export const sendNowButton = callback('tr.now', { session })
export const recallButton = callback('tr.back', { session })

/** 取消活动: asks once. */
export const cancelSessionButton = callback('tr.off', { session })
export const confirmCancelButton = callback('tr.offy', { session })
/** 返回: nothing is called off. */
export const keepSessionButton = callback('tr.offn', { session })

export const savePlanButton = callback('tr.plany', { stamp })
export const dropPlanButton = callback('tr.plann', { stamp })

const branchNumber = z.number().transform((number) => number as OrganisationId)
const chosenDay = z.object({
  day: z.string(),
  startsAt: z.coerce.date().optional(),
  endsAt: z.coerce.date().optional(),
})

const unfinished: z.ZodType<Unfinished> = z.object({
  branch: branchNumber,
  stamp: z.number(),
  asks: z.enum(['sentence', 'when', 'place', 'topic']),
  lengthMinutes: z.number(),
  startsAt: z.coerce.date().optional(),
  endsAt: z.coerce.date().optional(),
  place: z.string().optional(),
  topic: z.string().optional(),
  day: z.string().optional(),
  days: z.array(chosenDay).optional(),
  doubts: z.array(z.enum(['dayAssumed', 'monthAssumed', 'yearAssumed', 'afternoonAssumed'])),
})

/** Waits for the next message. */
export const newTrainingForm = form('training.new', 30, unfinished)
/** The echo card is on the table: it takes presses for a day, and no messages. */
export const trainingCardForm = form('training.card', 24 * 60, unfinished)

const plannedRule = z.object({
  branch: branchNumber,
  stamp: z.number(),
  /** Set once the rule was understood and shown. */
  cron: z.string().optional(),
  place: z.string().optional(),
  lengthMinutes: z.number().optional(),
})

/** A monthly rule being written. */
export type PlannedRule = z.infer<typeof plannedRule>

export const planForm = form('training.plan', 30, plannedRule)
