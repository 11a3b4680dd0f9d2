// What the buttons around choosing a person carry, and the form that waits for a name.

import { z } from 'zod'
import type { OrganisationId } from '../../kernel/ids.ts'
import { callback } from '../../platform/telegram/callback.ts'
import { id } from '../../platform/telegram/codec.ts'
import { form } from '../../platform/telegram/form.ts'

/** Among whom, and for what: `object` is the id of the thing at hand, or 0. */
export interface Picking {
  branch: OrganisationId
  object: number
}

const searchMinutes = 10

/** The codecs of one picker; `tag` begins them all and is never reused. */
export function pickingCodecs(tag: string) {
  const place = { branch: id<OrganisationId>(), object: id<number>() }
  const shape = z.object({
    branch: z.number().transform((number) => number as OrganisationId),
    object: z.number(),
  })
  return {
    page: callback(`${tag}.p`, { ...place, page: id<number>() }),
    find: callback(`${tag}.f`, place),
    name: form(`pick.${tag}`, searchMinutes, shape),
  }
}
