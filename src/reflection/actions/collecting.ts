// Collecting a reflection: every message goes into a draft that waits for 提交.

import { type AccountId, type OrganisationId, privateChat } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import { addMinutes } from '../../kernel/time.ts'
import { enqueue, isLeaving, refresh, withdrawLetter } from '../../platform/outbox/outbox.ts'
import type { Work } from '../../platform/store/work.ts'
import type { Said } from '../../platform/telegram/door.ts'
import { closeForm, keepForm } from '../../platform/telegram/form.ts'
import { listeningMinutes, reflectForm } from '../buttons.ts'
import {
  cannotTake,
  collected,
  keptAsDraft,
  listening,
  listeningAgain,
  receipt,
  takenIn,
} from '../messages.ts'
import { longestVoiceSeconds, type Part, type Whose } from '../rules.ts'
import { addToDraft, draftOf, dropDraft, reflectionOf } from '../store.ts'
import { isEditable, isLate } from './assignment.ts'

/** Something that a reader sees: neither blanks nor characters without a shape. */
const visible = /[^\s\p{Cf}\p{Cc}]/u

/** The author of a reflection, and where they write. */
export interface Author extends Whose {
  account: AccountId
}

/** Listens for content; what was handed in already is shown instead. */
export function begin(w: Work, author: Author): Message {
  const parts = draftOf(w, author)
  const handedIn = reflectionOf(w, author)
  if (handedIn && parts.length === 0) return receipt(author, handedIn, isEditable(w, author))
  listen(w, author)
  if (parts.length > 0) return listeningAgain(author, parts)
  return listening(author, { late: isLate(w, author) })
}

/** Opens the author's ears for another half hour. */
export function listen(w: Work, { account, branch, month }: Author): void {
  keepForm(w, account, reflectForm, { branch, month })
}

/** Takes one message into the draft, or says why not. */
export function collect(w: Work, author: Author, said: Said): Message | undefined {
  listen(w, author)
  const part = partFrom(said)
  if (typeof part === 'string') return cannotTake(author, part)
  sayCollected(w, author, addToDraft(w, author, part))
  return undefined
}

/** Forgets the draft and listens no more. */
export function discard(w: Work, author: Author): boolean {
  return endDraft(w, author)
}

/** The draft is over: handed in or thrown away. */
export function endDraft(w: Work, author: Author): boolean {
  closeForm(w, author.account)
  const { account, branch } = author
  const { about, answer, kept } = lettersOn(author)
  withdrawLetter(w, kept)
  withdrawLetter(w, answer)
  // Too late to take it back: its button would ask for what is done.
  if (isLeaving(w, answer)) {
    refresh(w, { chat: privateChat(account), branch, slot: about, message: takenIn })
  }
  return dropDraft(w, author)
}

// Several messages at once get one answer: the one not yet sent is replaced.
function sayCollected(w: Work, author: Author, parts: readonly Part[]): void {
  const { account, branch } = author
  const { about, answer, kept } = lettersOn(author)
  const letter = { chat: privateChat(account), branch, about }
  withdrawLetter(w, answer)
  withdrawLetter(w, kept)
  const message = collected(author, parts)
  enqueue(w, { ...letter, key: answer, slot: about, lane: 'answer', message })
  const notBefore = addMinutes(w.now, listeningMinutes)
  enqueue(w, { ...letter, key: kept, notBefore, message: keptAsDraft(author, parts) })
}

/** The names under which the letters about a draft are held. */
function lettersOn({ branch, person, month }: { branch: OrganisationId } & Whose) {
  const about = `draft:${branch}:${person}:${month}`
  return { about, answer: `answer:${about}`, kept: `kept:${about}` }
}

function partFrom(said: Said): Part | 'other' | 'tooLong' | 'empty' {
  const text = said.text.trim()
  switch (said.kind) {
    case 'text':
      return visible.test(text) ? { form: 'text', text } : 'empty'
    case 'document':
      return { form: 'document', text, fileId: said.fileId, fileName: said.fileName }
    case 'photo':
      return { form: 'photo', text, fileId: said.fileId }
    case 'voice':
      if (said.seconds > longestVoiceSeconds) return 'tooLong'
      return { form: 'voice', text, fileId: said.fileId }
    default:
      return 'other'
  }
}
