// Doors of the secretary around claims: nod, change of account, undo, and the day's claims by name.

import { may } from '../../kernel/who.ts'
import { branchById } from '../../organisation/store.ts'
import { button, type Door, type Reply, type Turn } from '../../platform/telegram/door.ts'
import { nod, type Rebinding, rebind } from '../actions/nodding.ts'
import { personPicker } from '../actions/picking.ts'
import { unlink, unlinkable } from '../actions/unlinking.ts'
import { secretaryName } from '../actions/vouching.ts'
import type { Picking } from '../buttons/picking.ts'
import {
  claimsButton,
  nodButton,
  rebindNodButton,
  unlinkButton,
  unlinkSureButton,
} from '../buttons.ts'
import { refusal } from '../messages/claim.ts'
import { whichWasWrong } from '../messages/claim-digest.ts'
import * as say from '../messages/claim-secretary.ts'
import { digestAt } from '../rules/digest.ts'
import { claimsBetween } from '../store/claims.ts'
import { personById, type RosterMember, rosterNow } from '../store.ts'

type Visit = Pick<Turn<unknown>, 'w' | 'who'>
type Pressed<Codec extends { data(values: never): string }> = Turn<Parameters<Codec['data']>[0]>

const claims = personPicker({
  tag: 'mb.dg',
  people: claimedThen,
  question: (visit, picking) => whichWasWrong(claimedThen(visit, picking)?.length ?? 0),
  chosen: ({ branch }, person) => unlinkButton.data({ branch, person }),
})

export const claimingSecretaryDoors: readonly Door[] = [
  button(nodButton, nodded),
  button(rebindNodButton, ({ w, who, data: { answer, ...about } }) =>
    rebound({ w, who }, { ...about, agreed: answer === 'yes' }),
  ),
  button(unlinkButton, asksToUnlink),
  button(unlinkSureButton, unlinks),
  button(claimsButton, showsClaims),
  ...claims.doors,
]

function nodded({ w, who, data: { answer, ...about } }: Pressed<typeof nodButton>): Reply {
  const outcome = nod(w, who, { ...about, agreed: answer === 'yes' })
  if (outcome.ok) return { edit: say.nodded(nameOf({ w, who }, about), outcome.agreed) }
  if (outcome.reason === 'notAllowed') return { alert: say.onlySecretaryNods }
  const { branch } = about
  return { edit: refusal(outcome, { branch, secretary: secretaryName(w, branch) }) }
}

function rebound({ w, who }: Visit, about: Rebinding): Reply {
  const outcome = rebind(w, who, about)
  if (outcome.ok) return { edit: say.rebound(nameOf({ w, who }, about), outcome.agreed) }
  if (outcome.reason === 'notAllowed') return { alert: say.onlySecretaryNods }
  if (outcome.reason === 'overtaken') return { edit: say.overtaken }
  const { branch } = about
  return { edit: refusal(outcome, { branch, secretary: secretaryName(w, branch) }) }
}

function asksToUnlink({ w, who, data }: Pressed<typeof unlinkButton>): Reply {
  const outcome = unlinkable(w, who, data)
  if (!outcome.ok) return { alert: say.unlinkRefused[outcome.reason] }
  return { edit: say.unlinkQuestion(data.branch, { person: data.person, name: outcome.name }) }
}

function unlinks({ w, who, data }: Pressed<typeof unlinkSureButton>): Reply {
  const done = data.answer === 'yes'
  const outcome = done ? unlink(w, who, data) : unlinkable(w, who, data)
  if (!outcome.ok) return { alert: say.unlinkRefused[outcome.reason] }
  return { edit: say.unlinkDone(data.branch, { person: data.person, name: outcome.name, done }) }
}

function showsClaims({ w, who, data }: Pressed<typeof claimsButton>): Reply {
  const { branch, minutes } = data
  if (!may(who, 'roster.manage', branch)) return { alert: say.onlySecretaryNods }
  return { show: [claims.ask({ w, who }, { branch, object: minutes })] }
}

/** Those of a digest who are still linked. */
function claimedThen({ w, who }: Visit, { branch, object }: Picking): RosterMember[] | undefined {
  const zone = branchById(w, branch)?.zone
  if (!zone || !may(who, 'roster.manage', branch)) return undefined
  const atMs = object * 60_000
  // Also keeps out numbers that are no instant at all.
  if (atMs > w.now.getTime()) return []
  const { from, at } = digestAt(new Date(atMs), zone)
  const then = claimsBetween(w, from, at).filter((claim) => claim.branch === branch)
  const persons = new Set(then.map(({ person }) => person))
  return rosterNow(w, branch).filter(
    ({ person, account }) => persons.has(person) && account !== who.account,
  )
}

function nameOf({ w }: Visit, { person }: { person: RosterMember['person'] }): string {
  return personById(w, person)?.name ?? ''
}
