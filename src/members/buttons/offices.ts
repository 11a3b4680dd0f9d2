// What the buttons around offices carry, and the form that waits for a day.

import { z } from 'zod'
import type { OfferId, OrganisationId, PartyGroupId, PersonId } from '../../kernel/ids.ts'
import { offices } from '../../kernel/roles.ts'
import { callback } from '../../platform/telegram/callback.ts'
import { choice, id, token } from '../../platform/telegram/codec.ts'
import { form } from '../../platform/telegram/form.ts'

const branch = id<OrganisationId>()
const person = id<PersonId>()
const offer = id<OfferId>()

/** Who holds which office in the branch. */
export const officesButton = callback('of.all', { branch })
/** One's own offices, and how to lay one down. */
export const ownOfficesButton = callback('of.me', { branch })
/** 请人担任…: asks whom. */
export const askSomebodyButton = callback('of.new', { branch })
/** 移交书记…: asks to whom. */
export const handOverButton = callback('of.hand', { branch })
/** 到期/免去…: asks which. */
export const endingsButton = callback('of.ends', { branch })

/** Which office somebody is asked to take. */
export const offerToButton = callback('of.to', { branch, person })

/** An office and whom it is for; `group` is 0 but for a leader of a party group. */
const post = { branch, person, office: choice(...offices), group: id<PartyGroupId>() }
const on = token(/^\d{4}-\d{2}-\d{2}$/)

/** Asks of which party group, or from when. */
export const postButton = callback('of.of', post)
/** Shows what will be sent. */
export const dayButton = callback('of.on', { ...post, on })
/** Lets the day be typed. */
export const typeDayButton = callback('of.ty', post)
export const sendOfferButton = callback('of.go', { ...post, on })

/** The offer as the other sees it. */
export const seeOfferButton = callback('of.see', { offer })
export const answerOfferButton = callback('of.an', { offer, answer: choice('yes', 'no') })
export const withdrawOfferButton = callback('of.wd', { offer })

/** Ends an office, or takes back one that has not begun; asked first, then done. */
export const endOfficeButton = callback('of.end', {
  period: id<number>(),
  sure: choice('ask', 'yes'),
})

const dayMinutes = 60

/** The day an office begins, being typed. */
export const dayForm = form(
  'office.day',
  dayMinutes,
  z.object({
    branch: z.number().transform((number) => number as OrganisationId),
    person: z.number().transform((number) => number as PersonId),
    office: z.enum(offices),
    group: z.number().transform((number) => number as PartyGroupId),
  }),
)

/** An office and whom it is for, as buttons carry it. */
export type Post = z.infer<typeof dayForm.shape>
