// What the buttons and links around claiming carry, and the form in which one claims.

import { z } from 'zod'
import type { AccountId, OrganisationId, PersonId } from '../kernel/ids.ts'
import { callback } from '../platform/telegram/callback.ts'
import { choice, id } from '../platform/telegram/codec.ts'
import { form } from '../platform/telegram/form.ts'
import { link } from '../platform/telegram/link.ts'

const branch = id<OrganisationId>()
const person = id<PersonId>()
const account = id<AccountId>()
const answer = choice('yes', 'no')

export const claimLink = link('claim', { branch })

/** 隐私说明: the whole text that a claim agrees to. */
export const consentButton = callback('mb.why', {})
/** ✅ 是我. Good only while the form remembers that this person was offered. */
export const meButton = callback('mb.me', { branch, person })
export const notMeButton = callback('mb.no', { branch })
/** 请书记加我: asks the secretary to look at the roster. */
export const addMeButton = callback('mb.add', { branch })
/** The secretary says whether the account is that person's. */
export const nodButton = callback('mb.nod', { branch, person, account, answer })

/** 申请换绑: the name is claimed already, by an account they use no more. */
export const rebindButton = callback('mb.rb', { branch, person })
/** The secretary's answer; `old` is the account that has the name now. */
export const rebindNodButton = callback('mb.rbn', { branch, person, account, old: account, answer })

/** 解除认领: asked first, then done. */
export const unlinkButton = callback('mb.un', { branch, person })
export const unlinkSureButton = callback('mb.uns', { branch, person, answer })
/** 查看 on the digest: who claimed until then, in minutes since 1970. */
export const claimsButton = callback('mb.day', { branch, minutes: id<number>() })

const personOnRow = z.number().transform((number) => number as PersonId)

export const claimForm = form(
  'claim',
  24 * 60,
  z.object({
    branch: z.number().transform((number) => number as OrganisationId),
    /** The start payload to follow once it is known who they are. */
    next: z.string().optional(),
    /** Those who fitted name and digits, or whose digits fitted. */
    offered: z.array(personOnRow),
    /** Whether they were asked 是您吗, with the offices that a yes accepts. */
    isAsked: z.boolean().optional(),
    /** Whether our keys still stand in place of their keyboard. */
    hasKeys: z.boolean().optional(),
    /** The name they typed last, for the secretary. */
    name: z.string().optional(),
  }),
)

export type ClaimForm = z.infer<typeof claimForm.shape>
