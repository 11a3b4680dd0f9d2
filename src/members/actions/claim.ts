// Linking one's account to one's name on the roster.

import type { AccountId, OrganisationId, PersonId } from '../../kernel/ids.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import { addMinutes } from '../../kernel/time.ts'
import type { Who } from '../../kernel/who.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import {
  type ClaimReading,
  type ClaimRefusal,
  missesAllowed,
  pauseMinutes,
  readClaim,
} from '../rules/claim.ts'
import { readLine } from '../rules/roster-lines.ts'
import {
  type Account,
  accountById,
  accountOf,
  changeAccount,
  meetAccount,
} from '../store/accounts.ts'
import { type RosterMember, rosterNow } from '../store.ts'
import { refreshClaimCard } from './claim-card.ts'

export type LookUp =
  | ClaimReading<RosterMember>
  /** No name in it. */
  | { kind: 'unreadable' }
  /** Too many misses: only the secretary can help. */
  | { kind: 'paused' }

/** Who on the branch's roster that is; what does not fit counts against the account. */
export function lookUp(w: Work, who: Who, branch: OrganisationId, text: string): LookUp {
  if (isPaused(w, who.account)) return { kind: 'paused' }
  const said = readLine(text.replace(/\s+/g, ' '))
  if (!said) return { kind: 'unreadable' }
  const roster = rosterNow(w, branch).map((member) => ({
    ...member,
    isClaimed: member.account !== undefined,
  }))
  const reading = readClaim(said, roster)
  const missed = reading.kind === 'notFound' || reading.kind === 'unproven'
  if (missed) noteMiss(w, who.account)
  return reading.kind === 'notFound' && isPaused(w, who.account) ? { kind: 'paused' } : reading
}

/** Whether the account has guessed too often just now. */
export function isPaused(w: Work, account: AccountId): boolean {
  return pausedAt(accountById(w, account), w.now)
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
  { branch, person, account }: Claim,
): Outcome<{ member: RosterMember }, ClaimRefusal> {
  const member = rosterNow(w, branch).find((one) => one.person === person)
  if (!member) return refused({ reason: 'notOnRoster' })
  const linked = accountById(w, account)?.person
  if (linked === person) return done({ member })
  if (linked !== undefined) return refused({ reason: 'accountTaken' })
  if (accountOf(w, person)) return refused({ reason: 'taken', name: member.name })
  meetAccount(w, account)
  changeAccount(w, account, {
    personId: person,
    linkedAt: w.now,
    lastBranchId: branch,
    claimMisses: 0,
    claimPausedUntil: null,
  })
  audit(w, who, { branch, action: 'member.claim', subject: `person:${person}` })
  refreshClaimCard(w, branch)
  return done({ member })
}

function noteMiss(w: Work, id: AccountId): void {
  meetAccount(w, id)
  const before = accountById(w, id)
  const misses = (before?.pausedUntil ? 0 : (before?.misses ?? 0)) + 1
  const tooMany = misses >= missesAllowed
  changeAccount(w, id, {
    claimMisses: misses,
    claimPausedUntil: tooMany ? addMinutes(w.now, pauseMinutes) : null,
  })
}

function pausedAt(account: Account | undefined, now: Date): boolean {
  return account?.pausedUntil !== undefined && account.pausedUntil > now
}
