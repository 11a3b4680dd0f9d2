// A secretary has lost their account: the operator takes it from the office, and a code fills that again.

import type { AccountId, OrganisationId, PersonId } from '../../kernel/ids.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import { allBranches, type Branch, branchById } from '../../organisation/store.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import { releasedByOperator } from '../messages/claim-secretary.ts'
import { evenedName } from '../rules.ts'
import { accountOf } from '../store/accounts.ts'
import { branchesOf } from '../store/identity.ts'
import { endPeriod, secretariesAt, secretaryshipsOf } from '../store/office-periods.ts'
import { refreshClaimCard } from './claim-card.ts'
import { releaseAccount, tellReleased } from './unlinking.ts'

/** The operator has no account; the trail knows them by this number. */
const operator = { account: 0 as AccountId }

export type ReleaseRefusal =
  | { reason: 'unknown' | 'ambiguous'; branches: readonly Branch[] }
  | { reason: 'noSecretary'; branch: Branch }

/**
 * Unlinks the account of a branch's secretary and ends the office: else whoever knows name and digits
 * could claim it. `named` is the branch's full name, or its number where two have the same.
 */
export function releaseSecretary(
  w: Work,
  named: string,
): Outcome<{ branch: Branch; others: readonly Branch[] }, ReleaseRefusal> {
  const all = allBranches(w)
  const meant = all.filter((one) => isNamed(one, named))
  const [branch] = meant
  if (!branch) return refused({ reason: 'unknown', branches: all })
  if (meant.length > 1) return refused({ reason: 'ambiguous', branches: meant })
  const secretaries = secretariesAt(w, branch.id, w.now)
  const led = secretaries.flatMap(({ person }) => release(w, branch, person))
  if (led.length === 0) return refused({ reason: 'noSecretary', branch })
  const others = [...new Set(led)].filter((id) => id !== branch.id)
  return done({ branch, others: others.flatMap((id) => branchById(w, id) ?? []) })
}

/** Gives the branches that are without this secretary now; none for somebody without an account. */
function release(w: Work, { id: branch, name }: Branch, person: PersonId): OrganisationId[] {
  const account = accountOf(w, person)?.id
  if (account === undefined) return []
  releaseAccount(w, account)
  tellReleased(w, account, { branch, message: releasedByOperator(name) })
  const led = secretaryshipsOf(w, person)
  for (const period of led) {
    endPeriod(w, period.id, w.now)
    const deed = { action: 'secretary.release', subject: `person:${person}`, detail: { account } }
    audit(w, operator, { branch: period.branch, ...deed })
  }
  for (const each of branchesOf(w, person)) refreshClaimCard(w, each)
  return led.map((period) => period.branch)
}

function isNamed({ id, name }: Branch, named: string): boolean {
  return evenedName(name) === evenedName(named) || String(id) === named.trim()
}
