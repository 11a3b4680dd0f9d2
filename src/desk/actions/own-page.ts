// What 我的资料 says.

import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import { type Day, dayOn, type Zone } from '../../kernel/time.ts'
import type { Who } from '../../kernel/who.ts'
import { officesOf } from '../../members/store/identity.ts'
import { keptOf } from '../../members/store/own-data.ts'
import { standingsOf } from '../../members/store/standing.ts'
import { rosterNow } from '../../members/store.ts'
import { branchDefaults } from '../../organisation/rules.ts'
import { branchById } from '../../organisation/store.ts'
import type { Work } from '../../platform/store/work.ts'
import type { OwnPage, PlaceKept } from '../messages/own-data.ts'

/** The page of somebody known. */
export function ownPageOf(w: Work, who: Who): OwnPage | undefined {
  const { person, branch } = who
  const kept = person === undefined ? undefined : keptOf(w, person)
  if (person === undefined || !kept) return undefined
  const zone = zoneFor(w, branch)
  const { name, phoneTail, account } = kept
  return {
    name,
    ...(phoneTail !== undefined && { phoneTail }),
    places: who.memberOf.flatMap((one) => placeOf(w, one, person) ?? []),
    ...(account?.linkedAt && { linkedOn: dayOn(account.linkedAt, zone) }),
    ...(account?.consentVersion !== undefined &&
      account.consentedAt && {
        consent: { version: account.consentVersion, on: dayOn(account.consentedAt, zone) },
      }),
    today: dayOn(w.now, zone),
  }
}

/** The zone of the branch meant, or the usual one. */
export function zoneFor(w: Work, branch: OrganisationId | undefined): Zone {
  return (branch === undefined ? undefined : branchById(w, branch)?.zone) ?? branchDefaults.timeZone
}

function placeOf(w: Work, id: OrganisationId, person: PersonId): PlaceKept | undefined {
  const branch = branchById(w, id)
  const member = rosterNow(w, id).find((one) => one.person === person)
  if (!branch || !member) return undefined
  const since = standingSince(w, { branch: id, person, today: dayOn(w.now, branch.zone) })
  return {
    branch: branch.name,
    standing: member.standing,
    offices: officesOf(w, person).get(id) ?? [],
    ...(since !== undefined && { since }),
    ...(member.partyGroup && { partyGroup: member.partyGroup.name }),
  }
}

function standingSince(
  w: Work,
  { branch, person, today }: { branch: OrganisationId; person: PersonId; today: Day },
): Day | undefined {
  return standingsOf(w, branch, person).findLast(({ fromOn }) => fromOn <= today)?.fromOn
}
