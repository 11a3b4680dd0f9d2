// Who may say whose an account is.

import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import { permissionsFrom } from '../../kernel/roles.ts'
import { may, type Who } from '../../kernel/who.ts'
import type { Work } from '../../platform/store/work.ts'
import { type Told, tell } from '../actions.ts'
import { officesOf } from '../store/identity.ts'
import { holdersOf, personById, secretaryOf } from '../store.ts'

interface About {
  branch: OrganisationId
  person: PersonId
}

/** Whether `who` may link or unlink that person: nobody hands out more power than they hold. */
export function mayVouch(w: Work, who: Who, { branch, person }: About): boolean {
  if (who.person === undefined || !may(who, 'roster.manage', branch)) return false
  return holdsAllOf(w, who.person, person)
}

/** Writes to the first in the branch who may vouch for that person and can be reached. */
export function tellVoucher(w: Work, { person, ...letter }: Told): 'queued' | 'unreachable' {
  const holders = holdersOf(w, letter.branch, 'roster.manage')
  const told = holders.some(
    (holder) =>
      holdsAllOf(w, holder, person) && tell(w, { ...letter, person: holder }) === 'queued',
  )
  return told ? 'queued' : 'unreachable'
}

/** Whom to ask in that branch. */
export function secretaryName(w: Work, branch: OrganisationId): string | undefined {
  const secretary = secretaryOf(w, branch)
  return secretary && personById(w, secretary)?.name
}

function holdsAllOf(w: Work, one: PersonId, other: PersonId): boolean {
  const held = officesOf(w, one)
  return [...officesOf(w, other)].every(([branch, offices]) => {
    const permissions = permissionsFrom(held.get(branch) ?? [])
    return [...permissionsFrom(offices)].every((permission) => permissions.has(permission))
  })
}
