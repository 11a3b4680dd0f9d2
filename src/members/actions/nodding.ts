// The secretary's answers: whether an account is that person's, and whether it takes over.

import { type AccountId, type OrganisationId, privateChat } from '../../kernel/ids.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import type { Who } from '../../kernel/who.ts'
import { enqueue } from '../../platform/outbox/outbox.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import { notConfirmed, reboundAway } from '../messages/claim-secretary.ts'
import type { ClaimRefusal } from '../rules/claim.ts'
import { accountById } from '../store/accounts.ts'
import { branchesOf } from '../store/identity.ts'
import { type RosterMember, rosterNow } from '../store.ts'
import { type Claim, claim, linkAccount, receipt } from './claim.ts'
import { refreshClaimCard } from './claim-card.ts'
import { askWaitingOffers } from './offices.ts'
import { releaseAccount, tellReleased } from './unlinking.ts'
import { mayVouch, secretaryName } from './vouching.ts'

type NotAllowed = { reason: 'notAllowed' }

/** The secretary's answer; the claimant hears of it. An answer after the fact changes nothing. */
export function nod(
  w: Work,
  who: Who,
  { agreed, ...about }: Claim & { agreed: boolean },
): Outcome<{ agreed: boolean }, ClaimRefusal | NotAllowed> {
  const { branch, account } = about
  if (!mayVouch(w, who, about)) return refused({ reason: 'notAllowed' })
  const member = memberOf(w, about)
  if (!member) return refused({ reason: 'notOnRoster' })
  if (member.account === account) return done({ agreed: true })
  if (!agreed) {
    refuse(w, who, about, member)
    return done({ agreed })
  }
  const outcome = claim(w, who, about)
  if (!outcome.ok) return outcome
  say(w, { branch, account, message: receipt(w, branch, outcome.member) })
  askWaitingOffers(w, branch, outcome.member.person)
  return done({ agreed })
}

export interface Rebinding extends Claim {
  /** The account that had the name when the other one asked. */
  old: AccountId
  agreed: boolean
}

/** Gives a name from one account to another; both hear of it, and what is recorded stays. */
export function rebind(
  w: Work,
  who: Who,
  { old, agreed, ...about }: Rebinding,
): Outcome<{ agreed: boolean }, ClaimRefusal | NotAllowed | { reason: 'overtaken' }> {
  const { branch, person, account } = about
  if (!mayVouch(w, who, about)) return refused({ reason: 'notAllowed' })
  const member = memberOf(w, about)
  if (!member) return refused({ reason: 'notOnRoster' })
  if (member.account === account) return done({ agreed: true })
  if (member.account !== old) return refused({ reason: 'overtaken' })
  if (accountById(w, account)?.person !== undefined) return refused({ reason: 'accountTaken' })
  if (!agreed) {
    refuse(w, who, about, member)
    return done({ agreed })
  }
  releaseAccount(w, old)
  linkAccount(w, about)
  const detail = { from: old, to: account }
  audit(w, who, { branch, action: 'member.rebind', subject: `person:${person}`, detail })
  const away = reboundAway(member.name, secretaryName(w, branch))
  tellReleased(w, old, { branch, message: away })
  say(w, { branch, account, message: receipt(w, branch, member) })
  askWaitingOffers(w, branch, person)
  for (const each of branchesOf(w, person)) refreshClaimCard(w, each)
  return done({ agreed })
}

function refuse(w: Work, who: Who, { branch, person, account }: Claim, { name }: RosterMember) {
  audit(w, who, { branch, action: 'member.refuse', subject: `person:${person}` })
  say(w, { branch, account, message: notConfirmed(name, secretaryName(w, branch)) })
}

function say(
  w: Work,
  letter: { branch: OrganisationId; account: AccountId; message: ReturnType<typeof receipt> },
): void {
  const { account, ...said } = letter
  enqueue(w, { ...said, chat: privateChat(account) })
}

function memberOf(w: Work, { branch, person }: Claim): RosterMember | undefined {
  return rosterNow(w, branch).find((one) => one.person === person)
}
