// Groups come and go and move; a branch is opened in one, by whoever holds a claim code.

import { createHash, randomInt } from 'node:crypto'
import type { AccountId, ChatId, OrganisationId } from '../kernel/ids.ts'
import { done, type Outcome, refused } from '../kernel/result.ts'
import { addMinutes } from '../kernel/time.ts'
import { may, type Who } from '../kernel/who.ts'
import { audit } from '../platform/store/audit.ts'
import type { Work } from '../platform/store/work.ts'
import type { GroupRights } from '../platform/telegram/door.ts'
import {
  codeAlphabet,
  codeLength,
  codePauseMinutes,
  codeTriesAllowed,
  codeValidDays,
  evenedCode,
} from './rules.ts'
import { forgetTries, saveCode, saveTries, triesOf, useCode } from './store/codes.ts'
import {
  changeGroup,
  dropGroup,
  groupByChat,
  saveBranch,
  saveBranchName,
  saveGroup,
} from './store.ts'

/** Makes a code that opens one branch. The answer is the only place where it is ever readable. */
export function issueClaimCode(w: Work): string {
  const letters = Array.from(
    { length: codeLength },
    () => codeAlphabet[randomInt(codeAlphabet.length)],
  )
  const code = letters.join('')
  saveCode(w, { hash: hashOf(code), expiresAt: addMinutes(w.now, codeValidDays * 24 * 60) })
  return code
}

/** Uses a code up for an account; five wrong ones, and the account has to pause. */
export function redeemClaimCode(
  w: Work,
  account: AccountId,
  typed: string,
): Outcome<object, { reason: 'wrong'; triesLeft: number } | { reason: 'paused'; until: Date }> {
  const tries = triesOf(w, account)
  if (tries.pausedUntil && tries.pausedUntil > w.now) {
    return refused({ reason: 'paused', until: tries.pausedUntil })
  }
  if (useCode(w, hashOf(evenedCode(typed)), account)) {
    forgetTries(w, account)
    return done({})
  }
  const wrong = tries.pausedUntil ? 1 : tries.wrong + 1
  if (wrong < codeTriesAllowed) {
    saveTries(w, account, { wrong })
    return refused({ reason: 'wrong', triesLeft: codeTriesAllowed - wrong })
  }
  const until = addMinutes(w.now, codePauseMinutes)
  saveTries(w, account, { wrong, pausedUntil: until })
  return refused({ reason: 'paused', until })
}

export interface GroupSeen {
  chat: ChatId
  title?: string
  rights?: GroupRights
}

/** Notes that the bot is in a group; what is not said stays as it was. */
export function noteGroup(w: Work, { chat, title, rights }: GroupSeen): void {
  const known = groupByChat(w, chat)
  const seen = {
    ...(title !== undefined && { title }),
    ...(rights && {
      botIsAdmin: rights.isAdmin,
      botMayPost: rights.mayPost,
      botMayPin: rights.mayPin,
    }),
  }
  if (!known) {
    saveGroup(w, { title: '', ...seen, chatId: chat, addedAt: w.now })
    return
  }
  const back = known.leftAt ? { leftAt: null, addedAt: w.now } : {}
  if (Object.keys({ ...seen, ...back }).length > 0) changeGroup(w, chat, { ...seen, ...back })
}

/** Notes that the bot is in a group no more; false when that was known or the group was not. */
export function noteGroupLeft(w: Work, chat: ChatId): boolean {
  const known = groupByChat(w, chat)
  if (!known || known.leftAt) return false
  return changeGroup(w, chat, { leftAt: w.now, botIsAdmin: false, botMayPin: false })
}

/** Notes that the opening or the claim card was just posted. */
export function noteGreeting(w: Work, chat: ChatId): void {
  changeGroup(w, chat, { greetedAt: w.now })
}

/** Opens a branch in a group, for whoever redeemed a code just now. */
export function openBranch(
  w: Work,
  who: Who,
  { chat, name }: { chat: ChatId; name: string },
): OrganisationId {
  const branch = saveBranch(w, name)
  changeGroup(w, chat, { branchId: branch, openedBy: who.account })
  audit(w, who, { branch, action: 'branch.open', subject: `organisation:${branch}` })
  return branch
}

/** The opening is over: from now on the group belongs to everybody on the roster. */
export function finishOpening(w: Work, who: Who, chat: ChatId): void {
  const branch = groupByChat(w, chat)?.branch
  changeGroup(w, chat, { openedBy: null })
  if (branch === undefined) return
  audit(w, who, { branch, action: 'branch.opened', subject: `organisation:${branch}` })
}

/** Gives a branch its full name; false when `who` may not. */
export function nameBranch(w: Work, who: Who, branch: OrganisationId, name: string): boolean {
  if (!may(who, 'branch.configure', branch)) return false
  saveBranchName(w, branch, name)
  audit(w, who, { branch, action: 'branch.name', subject: `organisation:${branch}` })
  return true
}

/**
 * A group became another chat (Bot API, `migrate_to_chat_id`): says whose group it is the first time,
 * undefined when that was known or nobody’s.
 */
export function moveChat(
  w: Work,
  { from, to }: { from: ChatId; to: ChatId },
): OrganisationId | undefined {
  const moving = groupByChat(w, from)
  if (!moving) return undefined
  const arrived = groupByChat(w, to)
  if (arrived?.branch !== undefined) {
    dropGroup(w, from)
    return undefined
  }
  if (arrived) dropGroup(w, to)
  changeGroup(w, from, { chatId: to, leftAt: null })
  return moving.branch
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex')
}
