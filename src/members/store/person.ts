// Everything the card of one person shows to those who keep the roster.

import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Office } from '../../kernel/roles.ts'
import type { Day } from '../../kernel/time.ts'
import type { Work } from '../../platform/store/work.ts'
import { covers, hasVote, isCurrent } from '../rules/membership.ts'
import { isExpected, type Reach } from '../rules.ts'
import { personById } from '../store.ts'
import { accountOf } from './accounts.ts'
import { type Exemption, exemptionsOf } from './exemptions.ts'
import { officesOf } from './identity.ts'
import { type Membership, membershipsOf } from './membership.ts'
import { type PartyGroup, partyGroupsOn } from './party-groups.ts'
import { type StandingPeriod, standingsOf } from './standing.ts'

export interface PersonFacts {
  branch: OrganisationId
  person: PersonId
  name: string
  phoneTail?: string
  today: Day
  /** The one of today, else the next, else the last. */
  membership: Membership
  place: 'here' | 'coming' | 'left'
  /** From the day they are received or at home again instead, where that is known ahead. */
  next?: Membership
  standing?: StandingPeriod
  /** Changes known ahead. */
  standingsAhead: readonly StandingPeriod[]
  hasVote: boolean
  isExpected: boolean
  partyGroup?: PartyGroup
  /** Of today and to come. */
  exemptions: readonly Exemption[]
  /** They had themselves forgotten. */
  isErased: boolean
  /** Undefined: nobody claimed them. */
  reach?: Reach
  offices: readonly Office[]
}

/** What is known of somebody who is, was or will be on the branch's roster. */
export function personFacts(
  w: Work,
  about: { branch: OrganisationId; person: PersonId; today: Day },
): PersonFacts | undefined {
  const { branch, person, today } = about
  const known = personById(w, person)
  const all = membershipsOf(w, branch, person)
  const placed = placedOn(all, today)
  if (!known || !placed) return undefined
  const standings = standingsOf(w, branch, person)
  const standing = standings.findLast(({ fromOn }) => fromOn <= today) ?? standings[0]
  const now = { standing: standing?.standing ?? 'full', kind: placed.membership.kind } as const
  const group = partyGroupsOn(w, branch, today).get(person)
  const reach = accountOf(w, person)?.reach
  return {
    ...about,
    ...placed,
    name: known.name,
    ...(known.phoneTail && { phoneTail: known.phoneTail }),
    ...(standing && { standing }),
    standingsAhead: standings.filter(({ fromOn }) => fromOn > today && fromOn !== standing?.fromOn),
    hasVote: hasVote(now),
    isExpected: isExpected(now.standing),
    ...(group && { partyGroup: group }),
    isErased: known.erasedAt !== undefined,
    exemptions: exemptionsOf(w, branch, person).filter(
      ({ untilOn }) => untilOn === undefined || untilOn > today,
    ),
    ...(reach && { reach }),
    offices: officesOf(w, person).get(branch) ?? [],
  }
}

function placedOn(
  all: readonly Membership[],
  today: Day,
): Pick<PersonFacts, 'membership' | 'place' | 'next'> | undefined {
  const here = all.find((one) => covers(one, today))
  const coming = all.find((one) => one.fromOn > today && isCurrent(one, today))
  if (here) return { membership: here, place: 'here', ...(coming && { next: coming }) }
  const last = all.at(-1)
  if (coming) return { membership: coming, place: 'coming' }
  return last && { membership: last, place: 'left' }
}
