// Somebody unbinds their account, or has forgotten what may be forgotten.

import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import type { Who } from '../../kernel/who.ts'
import { refreshClaimCard } from '../../members/actions/claim-card.ts'
import { releaseAccount } from '../../members/actions/unlinking.ts'
import { tell } from '../../members/actions.ts'
import { officesOf } from '../../members/store/identity.ts'
import { isLastSecretary } from '../../members/store/offices.ts'
import { holdersOf, personById } from '../../members/store.ts'
import { branchById } from '../../organisation/store.ts'
import type { Feature } from '../../platform/feature.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import { erasedNotice } from '../messages/own-data.ts'

type Refusal = { reason: 'unknown' } | { reason: 'lastSecretary'; branch: OrganisationId }

/** The account is nobody's any more; all that was recorded stays. */
export function unbind(w: Work, who: Who): Outcome<object, Refusal> {
  const free = mayLeave(w, who)
  if (!free.ok) return free
  note(w, who, free.person, 'member.unbind')
  releaseAccount(w, who.account)
  for (const branch of who.memberOf) refreshClaimCard(w, branch)
  return done({})
}

/** Everything that need not be kept goes at once; whoever keeps the roster is told. */
export function erase(w: Work, who: Who, slices: readonly Feature[]): Outcome<object, Refusal> {
  const free = mayLeave(w, who)
  if (!free.ok) return free
  const { person } = free
  note(w, who, person, 'person.erase')
  for (const slice of slices) slice.erase?.(w, person)
  for (const branch of branchesOfTheirs(w, who, person)) tellKeeper(w, branch, person)
  return done({})
}

/** Nobody leaves a branch without a secretary. */
export function mayLeave(w: Work, who: Who): Outcome<{ person: PersonId }, Refusal> {
  const { person } = who
  if (person === undefined) return refused({ reason: 'unknown' })
  const branch = [...who.permissions.keys()].find((one) => isLastSecretary(w, one, person))
  return branch === undefined ? done({ person }) : refused({ reason: 'lastSecretary', branch })
}

function tellKeeper(w: Work, branch: OrganisationId, person: PersonId): void {
  const keeper = holdersOf(w, branch, 'roster.manage').find((one) => one !== person)
  const name = personById(w, person)?.name ?? ''
  if (keeper === undefined) return
  const message = erasedNotice(name, branchById(w, branch)?.name ?? '')
  tell(w, { branch, person: keeper, message, key: `erased:${branch}:${person}` })
}

function note(w: Work, who: Who, person: PersonId, action: string): void {
  for (const branch of branchesOfTheirs(w, who, person)) {
    audit(w, who, { branch, action, subject: `person:${person}` })
  }
}

/** Where they are on the roster or hold an office; not those they only oversee. */
function branchesOfTheirs(w: Work, { memberOf }: Who, person: PersonId): OrganisationId[] {
  return [...new Set([...memberOf, ...officesOf(w, person).keys()])]
}
