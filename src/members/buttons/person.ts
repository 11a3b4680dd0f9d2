// What the buttons on the card of one person carry, and the forms that wait for a line about them.

import { z } from 'zod'
import type { ExemptionId, OrganisationId, PersonId } from '../../kernel/ids.ts'
import { callback } from '../../platform/telegram/callback.ts'
import { choice, id, token } from '../../platform/telegram/codec.ts'
import { form } from '../../platform/telegram/form.ts'
import type { What } from '../rules/change.ts'

const branch = id<OrganisationId>()
const about = { branch, person: id<PersonId>() }
const day = token(/^\d{4}-\d\d-\d\d$/)
const dayOrOpen = token(/^(?:\d{4}-\d\d-\d\d|open)$/)

/** The roster's state again. */
export const rosterButton = callback('mp.all', { branch })
/** The names one by one; of those who are there, or of those who left. */
export const browseButton = callback('mp.who', { branch, whom: choice('there', 'left') })

/** The card of one person on the roster. */
export const personButton = callback('mp.see', about)

const whats = [
  'standing',
  'group',
  'kind',
  'exempt',
  'until',
  'resume',
  'leave',
  'rejoin',
] as const satisfies readonly What[]
const what = choice(...whats)
const value = token(/^[A-Za-z0-9.-]{1,32}$/)

/** Asks to what. */
export const alterButton = callback('mp.ch', { ...about, what })
/** Asks from which day. */
export const valueButton = callback('mp.val', { ...about, what, value })
/** Asks for another day in words. */
export const otherDayButton = callback('mp.day', { ...about, what, value })
/** Does it, or asks once more where much depends on it. */
export const fromDayButton = callback('mp.from', { ...about, what, value, day: dayOrOpen })
export const confirmButton = callback('mp.ok', { ...about, what, value, day: dayOrOpen })
export const undoButton = callback('mp.undo', {
  ...about,
  what: choice('standing', 'group', 'kind', 'exempt', 'resume', 'leave', 'rejoin', 'add'),
  row: id<number>(),
  before: token(/^[A-Za-z0-9-]{1,16}$/),
  minute: id<number>(),
})

export const correctButton = callback('mp.fix', about)
export const noteButton = callback('mp.note', { branch, exemption: id<ExemptionId>() })

/** 添加一位: asks for a line. */
export const addButton = callback('mp.add', { branch })
/** The line is somebody else than the one known by that name. */
export const addAnywayButton = callback('mp.addn', { branch, stamp: id<number>() })
export const addDayButton = callback('mp.addd', { branch, stamp: id<number>(), day })
export const addOtherDayButton = callback('mp.addo', { branch, stamp: id<number>() })

const branchNumber = z.number().transform((number) => number as OrganisationId)
const personNumber = z.number().transform((number) => number as PersonId)
const minutes = 60

export const dayForm = form(
  'mp.day',
  minutes,
  z.object({
    branch: branchNumber,
    person: personNumber,
    what: z.enum(whats),
    value: z.string(),
  }),
)

export const correctForm = form(
  'mp.fix',
  minutes,
  z.object({ branch: branchNumber, person: personNumber }),
)

export const noteForm = form(
  'mp.note',
  minutes,
  z.object({
    branch: branchNumber,
    exemption: z.number().transform((number) => number as ExemptionId),
  }),
)

export const addForm = form(
  'mp.add',
  minutes,
  z.object({
    branch: branchNumber,
    /** Which of the messages it is: only the newest one is good. */
    stamp: z.number(),
    asks: z.enum(['line', 'day']),
    /** As it was typed. */
    line: z.string().optional(),
  }),
)

export type AddForm = z.infer<typeof addForm.shape>
