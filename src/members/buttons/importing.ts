// What the buttons around importing a roster carry, and the form that waits for a list.

import { z } from 'zod'
import type { ImportId, OrganisationId, PersonId } from '../../kernel/ids.ts'
import { callback } from '../../platform/telegram/callback.ts'
import { id } from '../../platform/telegram/codec.ts'
import { form } from '../../platform/telegram/form.ts'

const branch = id<OrganisationId>()
const list = id<ImportId>()

/** 更新名册: asks for a list or a file. */
export const updateRosterButton = callback('mi.up', { branch })
export const templateButton = callback('mi.tpl', { branch })
/** Before there is a preview: nothing is asked for any more. */
export const leaveImportButton = callback('mi.end', { branch })

export const importButton = callback('mi.ok', { list })
/** 改好再发 */
export const sendAgainButton = callback('mi.ag', { list })
export const dropListButton = callback('mi.no', { list })
export const wholeListButton = callback('mi.all', { list, page: id<number>() })
export const undoImportButton = callback('mi.un', { list })

/** Whoever opened the branch without a roster says later who they are on it. */
export const findSelfButton = callback('mi.who', { branch })
export const selfOnRosterButton = callback('mi.me', { branch, person: id<PersonId>() })

const waitingMinutes = 60

export const importForm = form(
  'import',
  waitingMinutes,
  z.object({ branch: z.number().transform((number) => number as OrganisationId) }),
)
