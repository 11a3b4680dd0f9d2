// Undoing a claim: the account is nobody's again, and everything recorded stays.

import {
  type AccountId,
  type OrganisationId,
  type PersonId,
  privateChat,
} from '../../kernel/ids.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import type { Who } from '../../kernel/who.ts'
import { branchById } from '../../organisation/store.ts'
import { cancelLettersTo, enqueue } from '../../platform/outbox/outbox.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import { closeForm } from '../../platform/telegram/form.ts'
import { unlinked } from '../messages/claim-secretary.ts'
import { accountById, changeAccount } from '../store/accounts.ts'
import { branchesOf } from '../store/identity.ts'
import { rosterNow } from '../store.ts'
import { refreshClaimCard } from './claim-card.ts'
import { mayVouch, secretaryName } from './vouching.ts'

export type UnlinkRefusal = {
  reason: 'notAllowed' | 'notOnRoster' | 'notClaimed' | 'ownAccount'
}
type Linked = { name: string; account: AccountId }

/** The account that may be unlinked from that person, or why not. */
export function unlinkable(
  w: Work,
  who: Who,
  { branch, person }: { branch: OrganisationId; person: PersonId },
): Outcome<Linked, UnlinkRefusal> {
  if (!mayVouch(w, who, { branch, person })) return refused({ reason: 'notAllowed' })
  const member = rosterNow(w, branch).find((one) => one.person === person)
  if (!member) return refused({ reason: 'notOnRoster' })
  const { name, account } = member
  if (account === undefined) return refused({ reason: 'notClaimed' })
  if (account === who.account) return refused({ reason: 'ownAccount' })
  return done({ name, account })
}

/** Undoes a claim; whoever made it is told, and can claim again. */
export function unlink(
  w: Work,
  who: Who,
  about: { branch: OrganisationId; person: PersonId },
): Outcome<Linked, UnlinkRefusal> {
  const outcome = unlinkable(w, who, about)
  if (!outcome.ok) return outcome
  const { branch, person } = about
  const { account } = outcome
  releaseAccount(w, account)
  const name = branchById(w, branch)?.name ?? ''
  tellReleased(w, account, {
    branch,
    message: unlinked({ id: branch, name }, secretaryName(w, branch)),
  })
  const detail = { account }
  audit(w, who, { branch, action: 'member.unlink', subject: `person:${person}`, detail })
  for (const each of branchesOf(w, person)) refreshClaimCard(w, each)
  return outcome
}

/** Makes an account nobody's: what still waited to be said or filled in there is taken back. */
export function releaseAccount(w: Work, account: AccountId): void {
  const none = { personId: null, linkedAt: null, consentVersion: null, consentedAt: null }
  changeAccount(w, account, none)
  cancelLettersTo(w, privateChat(account))
  closeForm(w, account)
}

/** Writes to an account that is nobody's now, if it takes letters. */
export function tellReleased(
  w: Work,
  account: AccountId,
  letter: Omit<Parameters<typeof enqueue>[1], 'chat'>,
): void {
  if (accountById(w, account)?.reach !== 'reachable') return
  enqueue(w, { ...letter, chat: privateChat(account) })
}
