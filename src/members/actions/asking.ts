// Asks somebody who they are, and asks the secretary where that is not enough.

import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import { addMinutes } from '../../kernel/time.ts'
import type { Who } from '../../kernel/who.ts'
import { branchById } from '../../organisation/store.ts'
import type { Work } from '../../platform/store/work.ts'
import type { Reply } from '../../platform/telegram/door.ts'
import { keepForm } from '../../platform/telegram/form.ts'
import { rememberBranch, tell } from '../actions.ts'
import { claimForm, claimLink } from '../buttons.ts'
import { alreadyYou, secretaryHelps, unknownBranch, whoAreYou } from '../messages/claim.ts'
import { helpWanted, pleaseNod, pleaseRebind, rebindWanted } from '../messages/claim-secretary.ts'
import { welcome } from '../messages/consent.ts'
import { helpEveryMinutes } from '../rules/claim.ts'
import { cleanName } from '../rules.ts'
import { accountById, changeAccount, meetAccount } from '../store/accounts.ts'
import { personById, type RosterMember, rosterNow, secretaryOf } from '../store.ts'
import { isPaused, noteMiss } from './claim.ts'
import { askToJoin } from './joining.ts'
import { secretaryName, tellVoucher } from './vouching.ts'

/**
 * Asks for name and digits; `next` is the start payload followed once they are known. From a group
 * it opens the private chat instead. Somebody known who is not on this roster is told so, or
 * recognised by name and digits.
 */
export function askToClaim(w: Work, who: Who, branch: OrganisationId, next?: string): Reply {
  const name = branchById(w, branch)?.name
  if (name === undefined) return { show: [unknownBranch] }
  const asked = { branch, ...(next !== undefined && { next }) }
  if (who.person !== undefined) {
    if (!who.memberOf.includes(branch)) return askToJoin(w, who, asked)
    return { show: [alreadyYou(personById(w, who.person)?.name ?? '', name)] }
  }
  if (who.place.kind === 'group') return { open: next ?? claimLink.payload({ branch }) }
  rememberBranch(w, who.account, branch)
  const paused = isPaused(w, who.account)
  keepForm(w, who.account, claimForm, { ...asked, offered: [], hasKeys: !paused })
  if (paused) return { show: [secretaryHelps(branch, secretaryName(w, branch))] }
  return { show: [welcome(name), whoAreYou] }
}

/** Asks the secretary whether it is really them. */
export function askForNod(
  w: Work,
  who: Who,
  branch: OrganisationId,
  { person, name }: RosterMember,
): 'queued' | 'unreachable' {
  const { account } = who
  const message = pleaseNod({ branch, person, account, name, displayName: shownName(who) })
  return tellVoucher(w, { branch, person, message, key: `nod:${person}:${account}` })
}

/** Asks the secretary to look at the roster for somebody who is not found on it, once a day. */
export function askToBeAdded(
  w: Work,
  who: Who,
  { branch, said }: { branch: OrganisationId; said: string | undefined },
): 'asked' | 'askedAlready' | 'unreachable' {
  const asked = accountById(w, who.account)?.helpAskedAt
  if (asked && addMinutes(asked, helpEveryMinutes) > w.now) return 'askedAlready'
  const person = secretaryOf(w, branch)
  if (person === undefined) return 'unreachable'
  const message = helpWanted({ displayName: shownName(who), said })
  if (tell(w, { branch, person, message }) === 'unreachable') return 'unreachable'
  meetAccount(w, who.account)
  changeAccount(w, who.account, { helpAskedAt: w.now })
  return 'asked'
}

/** Asks the secretary to give a claimed name to the account that asks; its present owner hears of it. */
export function askToRebind(
  w: Work,
  who: Who,
  { branch, person }: { branch: OrganisationId; person: PersonId },
): 'asked' | 'askedThere' | 'free' | 'paused' | 'unreachable' {
  const { account } = who
  if (isPaused(w, account)) return 'paused'
  const member = rosterNow(w, branch).find((one) => one.person === person)
  if (!member) return 'unreachable'
  const { name, account: old } = member
  if (old === undefined || old === account) return 'free'
  noteMiss(w, account)
  const message = pleaseRebind({ branch, person, account, name, displayName: shownName(who) }, old)
  const about = { branch, person }
  const outcome = tellVoucher(w, { ...about, message, key: `rebind:${person}:${account}` })
  if (outcome === 'unreachable') return 'unreachable'
  // Nobody vouches for a secretary but they themselves, from the account they had.
  if (secretaryOf(w, branch) === person) return 'askedThere'
  const warning = rebindWanted(name, secretaryName(w, branch))
  tell(w, { ...about, message: warning, key: `rebindWanted:${person}` })
  return 'asked'
}

function shownName({ displayName }: Who): string {
  return cleanName(displayName)
}
