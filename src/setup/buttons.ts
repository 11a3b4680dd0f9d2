// What the buttons of the opening carry, its granting link, and the form that remembers the step.

import { z } from 'zod'
import type { ChatId, ImportId, OrganisationId, PersonId } from '../kernel/ids.ts'
import { callback } from '../platform/telegram/callback.ts'
import { choice, id, token } from '../platform/telegram/codec.ts'
import { form } from '../platform/telegram/form.ts'
import { link } from '../platform/telegram/link.ts'

const branch = id<OrganisationId>()
const person = id<PersonId>()
const list = id<ImportId>()

/** Leads from the card in the group to the opening; what it grants is asking for the code. */
export const setupLink = link('su', { nonce: token(/^[A-Za-z0-9-]{16,60}$/) })

export const privacyButton = callback('su.pv', {})
export const cancelButton = callback('su.no', {})
export const useTitleButton = callback('su.nm', { branch })
export const typeNameButton = callback('su.ty', { branch })
/** Only the preview of the list sent last is good. */
export const importButton = callback('su.li', { branch, list })
export const undoRosterButton = callback('su.un', { branch, list })
export const skipRosterButton = callback('su.sk', { branch })
export const pasteAgainButton = callback('su.ag', { branch })
export const selfButton = callback('su.me', { branch, person })
export const notListedButton = callback('su.nl', { branch })
export const ruleButton = callback('su.ru', {
  branch,
  rule: choice('friday', 'fifth', 'type', 'later'),
})
export const agreeButton = callback('su.ok', { branch })
export const organiserButton = callback('su.or', { branch, person })
export const noOrganiserButton = callback('su.on', { branch })
/** On messages from before there was a search. */
export const pageButton = callback('su.pg', { branch, page: id<number>() })
export const resumeButton = callback('su.go', { branch })
/** 完成: all is done already, only the buttons go. */
export const endButton = callback('su.end', {})

const keptDays = 30

export const setupForm = form(
  'setup',
  keptDays * 24 * 60,
  z.object({
    chat: z.number().transform((number) => number as ChatId),
    branch: z
      .number()
      .transform((number) => number as OrganisationId)
      .optional(),
    step: z.enum(['code', 'name', 'roster', 'self', 'rule', 'defaults', 'organiser']),
  }),
)

export type SetupForm = z.infer<typeof setupForm.shape>
