// Asks somebody who they are, and asks the secretary to nod where digits are missing.

import { plain } from '../../kernel/html.ts'
import { type OrganisationId, privateChat } from '../../kernel/ids.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import { may, type Who } from '../../kernel/who.ts'
import { branchById } from '../../organisation/store.ts'
import { enqueue } from '../../platform/outbox/outbox.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import type { Reply } from '../../platform/telegram/door.ts'
import { keepForm } from '../../platform/telegram/form.ts'
import { rememberBranch, tell } from '../actions.ts'
import { claimForm, claimLink } from '../buttons.ts'
import {
  alreadyYou,
  claimed,
  nodRefused,
  notOnThisRoster,
  pleaseNod,
  secretaryHelps,
  unknownBranch,
  whoAreYou,
} from '../messages/claim.ts'
import type { ClaimRefusal } from '../rules/claim.ts'
import { cleanName } from '../rules.ts'
import { accountOf } from '../store/accounts.ts'
import { officesOf } from '../store/identity.ts'
import { personById, type RosterMember, rosterNow, secretaryOf } from '../store.ts'
import { type Claim, claim, isPaused } from './claim.ts'

/**
 * Asks for name and digits; `next` is the start payload followed once they are known. From a group
 * it opens the private chat instead. Somebody known who is not on this roster is told so.
 */
export function askToClaim(w: Work, who: Who, branch: OrganisationId, next?: string): Reply {
  const name = branchById(w, branch)?.name
  if (name === undefined) return { show: [unknownBranch] }
  const inGroup = who.place.kind === 'group'
  if (who.person !== undefined) {
    const own = nameOf(w, who.person)
    if (who.memberOf.includes(branch)) return { show: [alreadyYou(own, name)] }
    const text = notOnThisRoster(own, name, secretaryName(w, branch))
    return inGroup ? { alert: plain(text) } : { show: [{ text }] }
  }
  if (inGroup) return { open: next ?? claimLink.payload({ branch }) }
  rememberBranch(w, who.account, branch)
  if (isPaused(w, who.account)) return { show: [secretaryHelps(secretaryName(w, branch))] }
  keepForm(w, who.account, claimForm, { branch, offered: [], ...(next !== undefined && { next }) })
  return { show: [whoAreYou(name)] }
}

/** Asks the secretary whether it is really them. */
export function askForNod(
  w: Work,
  who: Who,
  branch: OrganisationId,
  { person, name }: RosterMember,
): 'queued' | 'unreachable' {
  const secretary = secretaryOf(w, branch)
  if (secretary === undefined) return 'unreachable'
  const { account, displayName } = who
  const message = pleaseNod({ branch, person, account, name, displayName: cleanName(displayName) })
  return tell(w, { branch, person: secretary, message, key: `nod:${person}:${account}` })
}

/** The secretary's answer; the claimant hears of it. An answer after the fact changes nothing. */
export function nod(
  w: Work,
  who: Who,
  { agreed, ...about }: Claim & { agreed: boolean },
): Outcome<{ agreed: boolean }, ClaimRefusal | { reason: 'notAllowed' }> {
  const { branch, person } = about
  if (!may(who, 'roster.manage', branch)) return refused({ reason: 'notAllowed' })
  if (!rosterNow(w, branch).some((member) => member.person === person)) {
    return refused({ reason: 'notOnRoster' })
  }
  if (accountOf(w, person)?.id === about.account) return done({ agreed: true })
  const chat = privateChat(about.account)
  if (!agreed) {
    audit(w, who, { branch, action: 'member.refuse', subject: `person:${person}` })
    const message = nodRefused(nameOf(w, person), secretaryName(w, branch))
    enqueue(w, { chat, branch, message })
    return done({ agreed })
  }
  const outcome = claim(w, who, about)
  if (!outcome.ok) return outcome
  enqueue(w, { chat, branch, message: receipt(w, branch, outcome.member) })
  return done({ agreed })
}

/** What somebody is told who has just claimed. */
export function receipt(w: Work, branch: OrganisationId, { person, name }: RosterMember) {
  return claimed({ name, offices: officesOf(w, person).get(branch) ?? [] })
}

/** Whom to ask in that branch. */
export function secretaryName(w: Work, branch: OrganisationId): string | undefined {
  const secretary = secretaryOf(w, branch)
  return secretary && personById(w, secretary)?.name
}

function nameOf(w: Work, person: RosterMember['person']): string {
  return personById(w, person)?.name ?? ''
}
