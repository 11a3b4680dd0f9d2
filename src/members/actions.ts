// Writing to people in private: the only way to reach one, and what is learnt when it fails.

import {
  type AccountId,
  type ChatId,
  type OrganisationId,
  type PersonId,
  privateChat,
} from '../kernel/ids.ts'
import type { Permission } from '../kernel/roles.ts'
import { nextPermitted } from '../organisation/rules.ts'
import { branchById } from '../organisation/store.ts'
import { enqueue, type Letter } from '../platform/outbox/outbox.ts'
import type { Work } from '../platform/store/work.ts'
import { unreachableNow } from './messages.ts'
import type { Reach } from './rules.ts'
import { accountById, accountOf, changeAccount, meetAccount } from './store/accounts.ts'
import { branchesOf } from './store/identity.ts'
import { holdersOf, personById, secretaryOf } from './store.ts'

type Said = Omit<Letter, 'chat' | 'thread' | 'branch' | 'slot'>
export type Told = Said & { branch: OrganisationId; person: PersonId }

/** Writes to somebody in private; nothing is queued when they cannot be reached. */
export function tell(w: Work, { person, ...letter }: Told): 'queued' | 'unreachable' {
  const account = accountOf(w, person)
  if (account?.reach !== 'reachable') return 'unreachable'
  enqueue(w, { ...letter, chat: privateChat(account.id) })
  return 'queued'
}

/** Writes to everybody who may do this in the branch; a `key` is made each one's own. */
export function tellHolders(
  w: Work,
  { permission, ...said }: Said & { branch: OrganisationId; permission: Permission },
): void {
  for (const person of holdersOf(w, said.branch, permission)) {
    tell(w, { ...said, person, ...(said.key !== undefined && { key: `${said.key}:${person}` }) })
  }
}

/** Notes whether an account we know can be written to. */
export function noteReach(w: Work, account: AccountId, reachable: boolean): void {
  saveReach(w, account, reachable ? 'reachable' : 'blocked')
}

/** Remembers which branch somebody came for: meant in private, if there are several. */
export function rememberBranch(w: Work, account: AccountId, branch: OrganisationId): void {
  meetAccount(w, account)
  changeAccount(w, account, { lastBranchId: branch })
}

export interface DeadChat {
  chat: ChatId
  branch?: OrganisationId
  reason: string
}

/** Somebody cannot be written to any more: the secretary learns it once. */
export function markDead(w: Work, { chat, branch, reason }: DeadChat): void {
  // In a private chat the account's number is the chat's.
  const account = chat as number as AccountId
  saveReach(w, account, reason === 'neverStarted' ? 'neverStarted' : 'blocked')
  const person = accountById(w, account)?.person
  if (person === undefined) return
  for (const each of branch === undefined ? branchesOf(w, person) : [branch]) {
    tellUnreachable(w, each, person)
  }
}

function tellUnreachable(w: Work, branch: OrganisationId, person: PersonId): void {
  const secretary = secretaryOf(w, branch)
  const zone = branchById(w, branch)?.zone
  const name = personById(w, person)?.name
  const reach = accountOf(w, person)?.reach
  if (!secretary || !zone || !name || !reach || reach === 'reachable') return
  const notBefore = nextPermitted(w.now, zone)
  tell(w, { branch, person: secretary, message: unreachableNow(name, reach), notBefore })
}

function saveReach(w: Work, account: AccountId, reach: Reach): void {
  if (accountById(w, account)?.reach === reach) return
  changeAccount(w, account, { reach, reachChangedAt: w.now })
}
