// Linking one's account to one's name on the roster.

import type { AccountId, OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import { addMinutes } from '../../kernel/time.ts'
import type { Who } from '../../kernel/who.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import { claimed } from '../messages/claim.ts'
import { consentVersion } from '../messages/consent.ts'
import {
  type ClaimReading,
  type ClaimRefusal,
  missesAllowed,
  type NumberReading,
  pauseMinutes,
  readClaim,
  readNumber,
} from '../rules/claim.ts'
import { readLine } from '../rules/roster-lines.ts'
import { accountById, accountOf, changeAccount, meetAccount } from '../store/accounts.ts'
import { endErasure } from '../store/erasure.ts'
import { officesOf } from '../store/identity.ts'
import { type RosterMember, rosterNow } from '../store.ts'
import { refreshClaimCard } from './claim-card.ts'

/** Too many misses: only the secretary can help. */
interface Paused {
  kind: 'paused'
}

export type LookUp =
  | (ClaimReading<RosterMember> & Said)
  /** No name in it. */
  | { kind: 'unreadable' }
  | (Paused & Partial<Said>)

/** What they typed, as it was understood: a number comes down to four digits. */
interface Said {
  name: string
  phoneTail?: string
}

/** Who on the branch's roster that is; what does not fit counts against the account. */
export function lookUp(w: Work, who: Who, branch: OrganisationId, text: string): LookUp {
  if (isPaused(w, who.account)) return { kind: 'paused' }
  const line = readLine(text.replace(/\s+/g, ' '))
  if (!line) return { kind: 'unreadable' }
  const { name, phoneTail } = line
  const said = { name, ...(phoneTail !== undefined && { phoneTail }) }
  const reading = readClaim(said, claimable(w, branch))
  const missed = reading.kind === 'notFound' || reading.kind === 'unproven'
  if (missed) noteMiss(w, who.account)
  const isOver = reading.kind === 'notFound' && isPaused(w, who.account)
  return isOver ? { kind: 'paused', ...said } : { ...reading, ...said }
}

/** Whose number that is: the last four digits of one that is certainly theirs. */
export function lookUpNumber(
  w: Work,
  who: Who,
  branch: OrganisationId,
  lastFour: string,
): NumberReading<RosterMember> | Paused {
  if (isPaused(w, who.account)) return { kind: 'paused' }
  return readNumber(lastFour, claimable(w, branch))
}

/** Whether the account has guessed too often just now. */
export function isPaused(w: Work, id: AccountId): boolean {
  const account = accountById(w, id)
  return account?.pausedUntil !== undefined && account.pausedUntil > w.now
}

export interface Claim {
  branch: OrganisationId
  person: PersonId
  account: AccountId
}

/** Links an account to a person on the roster; `who` is that person, or the secretary who nodded. */
export function claim(
  w: Work,
  who: Who,
  about: Claim,
): Outcome<{ member: RosterMember }, ClaimRefusal> {
  const { branch, person, account } = about
  const member = rosterNow(w, branch).find((one) => one.person === person)
  if (!member) return refused({ reason: 'notOnRoster' })
  const linked = accountById(w, account)?.person
  if (linked === person) return done({ member })
  if (linked !== undefined) return refused({ reason: 'accountTaken' })
  if (accountOf(w, person)) return refused({ reason: 'taken', person, name: member.name })
  const { isBack } = linkAccount(w, about)
  const detail = { consent: consentVersion, ...(isBack && { isBack }) }
  audit(w, who, { branch, action: 'member.claim', subject: `person:${person}`, detail })
  refreshClaimCard(w, branch)
  return done({ member })
}

/**
 * Gives a free account to a person; whoever asks has seen the consent text before they claimed. Says
 * whether they had had themselves forgotten: that is over with it.
 */
export function linkAccount(w: Work, { branch, person, account }: Claim): { isBack: boolean } {
  meetAccount(w, account)
  changeAccount(w, account, {
    personId: person,
    linkedAt: w.now,
    lastBranchId: branch,
    claimMisses: 0,
    claimPausedUntil: null,
    consentVersion,
    consentedAt: w.now,
  })
  return { isBack: endErasure(w, person) }
}

/** What somebody is told who has just claimed. */
export function receipt(w: Work, branch: OrganisationId, { person, name }: RosterMember): Message {
  return claimed({ name, offices: officesOf(w, person).get(branch) ?? [] })
}

/** Counts a try that did not fit, or that others had to be troubled with. */
export function noteMiss(w: Work, id: AccountId): void {
  meetAccount(w, id)
  const before = accountById(w, id)
  const misses = (before?.pausedUntil ? 0 : (before?.misses ?? 0)) + 1
  const tooMany = misses >= missesAllowed
  changeAccount(w, id, {
    claimMisses: misses,
    claimPausedUntil: tooMany ? addMinutes(w.now, pauseMinutes) : null,
  })
}

function claimable(w: Work, branch: OrganisationId) {
  return rosterNow(w, branch).map((member) => ({
    ...member,
    isClaimed: member.account !== undefined,
  }))
}
