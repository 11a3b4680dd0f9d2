// Somebody known comes to a second branch whose roster has their name and digits: one person on both.

import { plain } from '../../kernel/html.ts'
import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import type { Who } from '../../kernel/who.ts'
import { nextPermitted } from '../../organisation/rules.ts'
import { branchById } from '../../organisation/store.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import type { Reply } from '../../platform/telegram/door.ts'
import { keepForm } from '../../platform/telegram/form.ts'
import { rememberBranch, tell } from '../actions.ts'
import { claimForm, claimLink } from '../buttons.ts'
import { notOnThisRoster } from '../messages/claim.ts'
import { isThatYouToo, lineHasRecords, lineTaken, recognised } from '../messages/claim-joining.ts'
import { isSamePerson } from '../rules/claim.ts'
import { usesOf } from '../store/importing-uses.ts'
import { waitingOffers } from '../store/offices.ts'
import { areSideBySide, becomeOne } from '../store/roster.ts'
import { personById, type RosterMember, rosterNow, secretaryOf } from '../store.ts'
import { refreshClaimCard } from './claim-card.ts'
import { secretaryName } from './vouching.ts'

interface Asked {
  branch: OrganisationId
  /** The start payload to follow afterwards. */
  next?: string
}

/** Asks somebody known whether a line of that roster is theirs, or says why it cannot be. */
export function askToJoin(w: Work, who: Who, asked: Asked): Reply {
  const branch = branchById(w, asked.branch)
  const own = who.person && personById(w, who.person)
  if (!branch || !own) return {}
  const inGroup = who.place.kind === 'group'
  const line = lineOf(w, branch.id, own.id)
  const secretary = secretaryName(w, branch.id)
  if (!line) {
    const text = notOnThisRoster(own.name, branch.name, secretary)
    return inGroup ? { alert: plain(text) } : { show: [{ text }] }
  }
  if (inGroup) return { open: asked.next ?? claimLink.payload({ branch: branch.id }) }
  if (line.account !== undefined) return { show: [lineTaken(branch.name, secretary)] }
  if (isRecorded(w, line)) return { show: [lineHasRecords(branch.name, secretary)] }
  keepForm(w, who.account, claimForm, { ...asked, offered: [line.person], isAsked: true })
  const waiting = waitingOffers(w, branch.id, line.person).map(({ office }) => office)
  return { show: [isThatYouToo(branch, line, waiting)] }
}

/** Makes the line of that roster theirs. */
export function joinRoster(
  w: Work,
  who: Who,
  { branch, person }: { branch: OrganisationId; person: PersonId },
): Outcome<{ member: RosterMember; branch: string }, { reason: 'notTheirs' }> {
  const line = who.person && lineOf(w, branch, who.person)
  const isTheirs = line?.person === person && line.account === undefined && !isRecorded(w, line)
  if (!who.person || !line || !isTheirs) return refused({ reason: 'notTheirs' })
  becomeOne(w, line.person, who.person)
  rememberBranch(w, who.account, branch)
  const deed = { branch, action: 'member.join', subject: `person:${who.person}` }
  audit(w, who, { ...deed, detail: { line: line.person } })
  refreshClaimCard(w, branch)
  tellSecretary(w, branch, line.name)
  return done({ member: { ...line, person: who.person }, branch: nameOfBranch(w, branch) })
}

/** The line of a roster with the name and the digits by which somebody is known. */
function lineOf(w: Work, branch: OrganisationId, person: PersonId): RosterMember | undefined {
  const own = personById(w, person)
  const line = own && rosterNow(w, branch).find((one) => isSamePerson(one, own))
  return line && !areSideBySide(w, line.person, person) ? line : undefined
}

/** Whether the line has a history, which is that of somebody else as long as nobody has claimed it. */
function isRecorded(w: Work, { person }: RosterMember): boolean {
  return usesOf(w, [person]).get(person) === 'recorded'
}

function nameOfBranch(w: Work, branch: OrganisationId): string {
  return branchById(w, branch)?.name ?? ''
}

function tellSecretary(w: Work, branch: OrganisationId, name: string): void {
  const secretary = secretaryOf(w, branch)
  const zone = branchById(w, branch)?.zone
  if (!secretary || !zone) return
  const notBefore = nextPermitted(w.now, zone)
  tell(w, { branch, person: secretary, message: recognised(name), notBefore })
}
