// Tells those who run a branch what could not be delivered or done, and that its group is lost.

import type { ChatId, OrganisationId } from '../kernel/ids.ts'
import type { Message } from '../kernel/message.ts'
import { type DeadChat, markDead, tell, tellHolders } from '../members/actions.ts'
import { secretaryOf } from '../members/store.ts'
import { noteGroupLeft } from '../organisation/actions.ts'
import { type Branch, branchById, branchOfGroup, groupByChat } from '../organisation/store.ts'
import type { OutboxRow } from '../platform/outbox/claim.ts'
import type { Work } from '../platform/store/work.ts'
import { named } from './actions/retiring.ts'
import { groupLost, groupMuted } from './messages/retiring.ts'
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

/** A chat takes nothing from us any more. */
export function hearDead(w: Work, dead: DeadChat): void {
  const { chat, reason } = dead
  if (chat > 0) markDead(w, dead)
  else if (reason === 'muted') tellOfGroup(w, chat, (_branch, title) => groupMuted(title))
  else if (noteGroupLeft(w, chat)) tellGroupLost(w, chat)
}

/** Tells the secretary that the bot is in the branch's group no more. */
export function tellGroupLost(w: Work, chat: ChatId): void {
  tellOfGroup(w, chat, (branch, title) => groupLost(named(w, branch), title))
}

function tellOfGroup(
  w: Work,
  chat: ChatId,
  message: (branch: Branch, title: string) => Message,
): void {
  const id = branchOfGroup(w, chat)
  const branch = id && branchById(w, id)
  const secretary = id && secretaryOf(w, id)
  if (!branch || !secretary) return
  const title = groupByChat(w, chat)?.title ?? ''
  tell(w, { branch: branch.id, person: secretary, message: message(branch, title) })
}
