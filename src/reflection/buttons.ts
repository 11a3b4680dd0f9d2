// What the buttons about reflections carry, and the form that collects one.

import { z } from 'zod'
import type { OrganisationId } from '../kernel/ids.ts'
import { monthPattern } from '../kernel/month.ts'
import { callback } from '../platform/telegram/callback.ts'
import { id, token } from '../platform/telegram/codec.ts'
import { form } from '../platform/telegram/form.ts'

const which = { branch: id<OrganisationId>(), month: token(monthPattern) }

/** 写体会 */
export const writeButton = callback('rf.w', which)
/** 提交 */
export const submitButton = callback('rf.ok', which)
/** 不写了 */
export const discardButton = callback('rf.no', which)
/** 看一遍 */
export const lookButton = callback('rf.see', which)
/** 修改 */
export const rewriteButton = callback('rf.ch', which)
/** 撤回 */
export const withdrawButton = callback('rf.off', which)

const branchNumber = z.number().transform((number) => number as OrganisationId)

/** Half an hour after the last message it listens no more; what was sent stays in the draft. */
export const listeningMinutes = 30
export const reflectForm = form(
  'reflection.write',
  listeningMinutes,
  z.object({ branch: branchNumber, month: z.string() }),
)
