// Forgets a person: at once all but the name, the name when the branch need not keep it any more.

import { type AccountId, type PersonId, privateChat } from '../../kernel/ids.ts'
import { forgetAccountCodes } from '../../organisation/store/codes.ts'
import { blankPrivateLetters, forgetLettersTo } from '../../platform/outbox/forget.ts'
import { forgetAccountInAudit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import { forgetVisits } from '../../platform/telegram/forget.ts'
import { pseudonymOf } from '../rules/erasure.ts'
import { accountOf } from '../store/accounts.ts'
import { blankCorrections } from '../store/corrections.ts'
import { blankPerson, dropAccount, type Erased, erasedPeople, rename } from '../store/erasure.ts'
import { branchesOf } from '../store/identity.ts'
import { forgetInImports } from '../store/importing.ts'
import { dropPreferences } from '../store/preferences.ts'
import { refreshClaimCard } from './claim-card.ts'

/** Account, digits, wishes and own words go; name, standing and offices stay with the branch. */
export function eraseMember(w: Work, person: PersonId): void {
  const account = accountOf(w, person)
  if (account) forgetAccount(w, account.id)
  blankPrivateLetters(w)
  blankPerson(w, person)
  blankCorrections(w, person)
  forgetInImports(w, person)
  dropPreferences(w, person)
  for (const branch of branchesOf(w, person)) refreshClaimCard(w, branch)
}

/** Those who were erased, have no account again, are on no roster, and still bear their name. */
export function namesToForget(w: Work): Erased[] {
  return erasedPeople(w).filter(
    ({ person, name }) =>
      name !== pseudonymOf(person) && !accountOf(w, person) && branchesOf(w, person).length === 0,
  )
}

/** The name goes; what the person did stays countable. */
export function pseudonymise(w: Work, person: PersonId): void {
  rename(w, person, pseudonymOf(person))
}

function forgetAccount(w: Work, account: AccountId): void {
  forgetLettersTo(w, privateChat(account))
  forgetVisits(w, account)
  forgetAccountInAudit(w, account)
  forgetAccountCodes(w, account)
  dropAccount(w, account)
}
