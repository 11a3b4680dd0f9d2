// What the buttons around party groups carry, and the form that waits for a name.

import { z } from 'zod'
import type { OrganisationId, PartyGroupId } from '../../kernel/ids.ts'
import { callback } from '../../platform/telegram/callback.ts'
import { id } from '../../platform/telegram/codec.ts'
import { form } from '../../platform/telegram/form.ts'

const branch = id<OrganisationId>()
const one = { branch, group: id<PartyGroupId>() }

/** All party groups. */
export const partyGroupsButton = callback('pg.all', { branch })
export const partyGroupButton = callback('pg.see', one)
export const newPartyGroupButton = callback('pg.new', { branch })
export const renamePartyGroupButton = callback('pg.name', one)
/** 加入同志: asks who. */
export const joinPartyGroupButton = callback('pg.join', one)

export const partyGroupForm = form(
  'pg.name',
  60,
  z.object({
    branch: z.number().transform((number) => number as OrganisationId),
    /** Missing: a new one is to be named. */
    group: z
      .number()
      .transform((number) => number as PartyGroupId)
      .optional(),
  }),
)
