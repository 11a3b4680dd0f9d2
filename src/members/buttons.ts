// What the buttons and links around claiming carry, and the form in which one claims.

import { z } from 'zod'
import type { AccountId, OrganisationId, PersonId } from '../kernel/ids.ts'
import { callback } from '../platform/telegram/callback.ts'
import { choice, id } from '../platform/telegram/codec.ts'
import { form } from '../platform/telegram/form.ts'
import { link } from '../platform/telegram/link.ts'

const branch = id<OrganisationId>()
const person = id<PersonId>()

export const claimLink = link('claim', { branch })

/** ✅ 是我. Good only while the form remembers that this person was offered. */
export const meButton = callback('mb.me', { branch, person })
export const notMeButton = callback('mb.no', { branch })
/** The secretary says whether the account is that person's. */
export const nodButton = callback('mb.nod', {
  branch,
  person,
  account: id<AccountId>(),
  answer: choice('yes', 'no'),
})

export const claimForm = form(
  'claim',
  24 * 60,
  z.object({
    branch: z.number().transform((number) => number as OrganisationId),
    /** The start payload to follow once it is known who they are. */
    next: z.string().optional(),
    /** Those who fitted name and digits, or whose digits fitted. */
    offered: z.array(z.number().transform((number) => number as PersonId)),
  }),
)

export type ClaimForm = z.infer<typeof claimForm.shape>
