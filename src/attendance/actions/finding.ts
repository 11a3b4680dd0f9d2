// Which session somebody means who only says 签到, or opens the roll-call.

import type { OrganisationId } from '../../kernel/ids.ts'
import { addDays, dayOn, instant } from '../../kernel/time.ts'
import type { Who } from '../../kernel/who.ts'
import { branchById } from '../../organisation/store.ts'
import type { Work } from '../../platform/store/work.ts'
import { isAnnounced, opensAt, type Session } from '../../sessions/rules.ts'
import { sessionsInStates } from '../../sessions/store/all-branches.ts'
import { nextSession, sessionsBetween } from '../../sessions/store.ts'
import { takesCheckIns } from '../rules/check-in.ts'

/** The person's branches, the one spoken from or used last first. */
function branchesOf(who: Who): OrganisationId[] {
  const { branch, memberOf } = who
  if (branch === undefined || !memberOf.includes(branch)) return [...memberOf]
  return [branch, ...memberOf.filter((other) => other !== branch)]
}

/** The session that takes a check-in made at `at`; else one of that day; else none. */
export function sessionToCheckIn(w: Work, who: Who, at: Date): Session | undefined {
  const today = branchesOf(who).flatMap((branch) => sessionsOfDay(w, branch, at))
  return today.find((session) => takesCheckIns(session, at)) ?? nearest(today, at)
}

/** The next announced session among the person's branches. */
export function nextOf(w: Work, who: Who): Session | undefined {
  const [next] = branchesOf(who)
    .flatMap((branch) => nextSession(w, branch) ?? [])
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
  return next
}

/** The session to record in: the one that runs, else the last that is not locked yet. */
export function sessionToRecord(w: Work, branch: OrganisationId): Session | undefined {
  const unlocked = sessionsInStates(w, ['published', 'open', 'closed']).filter(
    (session) => session.branch === branch && opensAt(session) <= w.now,
  )
  return unlocked.find(({ state }) => state !== 'closed') ?? unlocked.at(-1)
}

function sessionsOfDay(w: Work, branch: OrganisationId, at: Date): Session[] {
  const zone = branchById(w, branch)?.zone
  if (!zone) return []
  const day = dayOn(at, zone)
  const from = instant(day, '00:00', zone)
  return sessionsBetween(w, branch, from, instant(addDays(day, 1), '00:00', zone)).filter(
    isAnnounced,
  )
}

/** The last that has opened, else the first that will. */
function nearest(today: readonly Session[], at: Date): Session | undefined {
  return today.findLast((session) => opensAt(session) <= at) ?? today[0]
}
