// Tells those who run a branch what could not be delivered or done.

import type { OrganisationId } from '../kernel/ids.ts'
import type { Message } from '../kernel/message.ts'
import { tellHolders } from '../members/actions.ts'
import type { OutboxRow } from '../platform/outbox/claim.ts'
import type { Work } from '../platform/store/work.ts'
import { faultyLetter, uncertainLetter } from './messages.ts'

/** A letter that may or may not have arrived: a person decides, it is not sent twice. */
export function tellUncertain(w: Work, letter: OutboxRow): void {
  tellOffice(w, letter, uncertainLetter)
}

/** A letter Telegram refuses: a fault of ours, known by its number in the log. */
export function tellLost(w: Work, letter: OutboxRow, fault: string): void {
  tellOffice(w, letter, faultyLetter(fault))
}

function tellOffice(w: Work, letter: OutboxRow, message: Message): void {
  const branch: OrganisationId | null = letter.branchId
  if (branch === null) return
  tellHolders(w, { branch, permission: 'session.manage', message, key: `letter:${letter.id}` })
}
