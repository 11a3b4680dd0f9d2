// Somebody leaves the branch on a day, comes back, or is received instead of being at home.

import { privateChat } from '../../kernel/ids.ts'
import { done, refused } from '../../kernel/result.ts'
import { type Day, instant } from '../../kernel/time.ts'
import type { Who } from '../../kernel/who.ts'
import { cancelReminders } from '../../platform/outbox/outbox.ts'
import type { Work } from '../../platform/store/work.ts'
import type { WayBack } from '../rules/change.ts'
import type { MembershipKind } from '../rules.ts'
import { accountOf } from '../store/accounts.ts'
import {
  dropMembership,
  endMembershipOn,
  type Membership,
  membershipsOf,
  saveMembership,
} from '../store/membership.ts'
import { isLastSecretary } from '../store/offices.ts'
import { refreshClaimCard } from './claim-card.ts'
import { type About, noteChange, type Subject, subjectOf } from './managing.ts'
import { endAllOffices } from './office-ending.ts'
import type { Changed } from './standing.ts'

/** From that day on no longer of the branch; what was recorded stays, offices end with it. */
export function transferOut(w: Work, who: Who, { day, ...about }: About & { day: Day }): Changed {
  const subject = subjectOf(w, who, about)
  if (!subject.ok) return subject
  const last = lastOf(subject)
  const hasLeft = last.untilOn !== undefined && last.untilOn <= subject.today
  if (hasLeft) return refused({ reason: 'gone' })
  if (last.untilOn === day) return refused({ reason: 'unchanged' })
  if (day < last.fromOn) return refused({ reason: 'beforeJoining', joinedOn: last.fromOn })
  const at = instant(day, '00:00', subject.branch.zone)
  if (isLastSecretary(w, about.branch, about.person, at > w.now ? at : w.now)) {
    return refused({ reason: 'secretary' })
  }
  endMembershipOn(w, about, { id: last.id, untilOn: day })
  const offices = endAllOffices(w, { ...about, at }).map(({ office }) => office)
  const account = accountOf(w, about.person)?.id
  if (account) cancelReminders(w, { branch: about.branch, chat: privateChat(account), from: at })
  const detail = { leftOn: day, row: last.id, offices: offices.join(' ') }
  noteChange(w, who, about, { action: 'member.leave', detail })
  refreshClaimCard(w, about.branch)
  return done({ fromOn: day, way: { row: last.id, before: last.untilOn ?? 'open' } })
}

/** They do not leave, though it was said ahead. */
export function keepMember(w: Work, who: Who, about: About): Changed {
  const subject = subjectOf(w, who, about)
  if (!subject.ok) return subject
  const { id, untilOn } = lastOf(subject)
  if (untilOn === undefined) return refused({ reason: 'unchanged' })
  if (untilOn <= subject.today) return refused({ reason: 'gone' })
  endMembershipOn(w, about, { id, untilOn: undefined })
  noteChange(w, who, about, { action: 'member.stay', detail: { row: id } })
  return done({ fromOn: untilOn, way: { row: id, before: untilOn } })
}

/** They stay; offices that ended have to be given anew. Not when they have come back already. */
export function undoTransfer(w: Work, about: About, { row, before }: WayBack): boolean {
  const all = membershipsOf(w, about.branch, about.person)
  // One that ended on its first day is no longer in that list.
  const isLast = all.every(({ id }) => id <= row)
  if (!isLast || before === undefined) return false
  const undone = endMembershipOn(w, about, {
    id: row,
    untilOn: before === 'open' ? undefined : before,
  })
  if (undone) refreshClaimCard(w, about.branch)
  return undone
}

/** Whoever left is of the branch again, at the end of its roster. */
export function takeBack(w: Work, who: Who, { day, ...about }: About & { day: Day }): Changed {
  const subject = subjectOf(w, who, about)
  if (!subject.ok) return subject
  const last = lastOf(subject)
  if (last.untilOn === undefined || day < last.untilOn) return refused({ reason: 'stillHere' })
  const row = saveMembership(w, { ...about, kind: last.kind, joinedOn: day })
  noteChange(w, who, about, { action: 'member.rejoin', detail: { joinedOn: day, row } })
  refreshClaimCard(w, about.branch)
  return done({ fromOn: day, way: { row } })
}

/** At home here or received from that day on: the old membership ends as the new one begins. */
export function changeKind(
  w: Work,
  who: Who,
  { kind, day, ...about }: About & { kind: MembershipKind; day: Day },
): Changed {
  const subject = subjectOf(w, who, about)
  if (!subject.ok) return subject
  const last = lastOf(subject)
  if (last.kind === kind) return refused({ reason: 'unchanged' })
  const joinedOn = day < last.fromOn ? last.fromOn : day
  if (last.untilOn !== undefined && last.untilOn <= joinedOn) return refused({ reason: 'gone' })
  endMembershipOn(w, about, { id: last.id, untilOn: joinedOn })
  const { position, untilOn } = last
  const end = untilOn === undefined ? {} : { leftOn: untilOn }
  const row = saveMembership(w, { ...about, kind, joinedOn, position, ...end })
  noteChange(w, who, about, { action: 'member.kind', detail: { kind, joinedOn, row } })
  return done({ fromOn: joinedOn, way: { row, before: String(last.id) } })
}

/** Forgets a membership that was begun; the one it took the place of goes on. */
export function undoBeginning(w: Work, about: About, { row, before }: WayBack): boolean {
  const begun = membershipsOf(w, about.branch, about.person).at(-1)
  if (begun?.id !== row) return false
  dropMembership(w, about, row)
  refreshClaimCard(w, about.branch)
  if (before === undefined) return true
  return endMembershipOn(w, about, { id: Number(before), untilOn: begun.untilOn })
}

function lastOf({ memberships }: Subject): Membership {
  return memberships.at(-1) ?? memberships[0]
}
