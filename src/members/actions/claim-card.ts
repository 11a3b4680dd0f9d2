// The group's one card for claiming: posted once, its count edited in place.

import type { OrganisationId } from '../../kernel/ids.ts'
import { groupOfBranch } from '../../organisation/store.ts'
import { enqueue, refresh } from '../../platform/outbox/outbox.ts'
import type { Work } from '../../platform/store/work.ts'
import { claimCard } from '../messages/claim.ts'
import { claimedCount } from '../store.ts'

const slot = 'claim'

/** Posts the card in the branch's group; the newest one is the one that counts. */
export function postClaimCard(w: Work, branch: OrganisationId, { silent = false } = {}): void {
  const group = groupOfBranch(w, branch)
  if (!group) return
  const { chat, thread } = group
  const message = { ...claimCard(branch, claimedCount(w, branch)), ...(silent && { silent }) }
  enqueue(w, { chat, branch, slot, message, key: `claim:${branch}`, ...(thread && { thread }) })
}

/** Posts it anew in a chat where the old one is out of reach, unless the opening still goes on. */
export function repostClaimCard(w: Work, branch: OrganisationId): void {
  if (groupOfBranch(w, branch)?.openedBy !== undefined) return
  postClaimCard(w, branch, { silent: true })
}

/** Brings the count up to date. */
export function refreshClaimCard(w: Work, branch: OrganisationId): void {
  const group = groupOfBranch(w, branch)
  if (!group || group.openedBy !== undefined) return
  const message = claimCard(branch, claimedCount(w, branch))
  refresh(w, { chat: group.chat, branch, slot, message })
}
