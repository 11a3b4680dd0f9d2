// What the clock does around a session: remind, open, end the check-in, close the card.

import type { SessionId } from '../kernel/ids.ts'
import { lastClearing } from '../organisation/rules/retention.ts'
import { branchById } from '../organisation/store.ts'
import type { Due, Jobs } from '../platform/feature.ts'
import type { Work } from '../platform/store/work.ts'
import { closesAt, opensAt, type Session, sessionAbout } from '../sessions/rules.ts'
import { sessionsInStates } from '../sessions/store/all-branches.ts'
import { refreshCard } from './actions/card.ts'
import { endCheckIn } from './actions/closing.ts'
import { nextDigest, sendDigest } from './actions/digest.ts'
import { forgetOldNames } from './actions/erasure.ts'
import { openRoll } from './actions/opening.ts'
import { remindDayBefore, remindSameDay, reportSilent } from './actions/reminding.ts'
import { mayRing, type ReminderKind, reminderTimes } from './rules/reminders.ts'

type Step = (w: Work, session: SessionId) => void

/** Everything due by now; what the session's state has passed is left out. */
export const attendanceJobs: Jobs = (w) =>
  [
    ...sessionsInStates(w, ['published', 'open', 'closed']).flatMap(dueAround(w)),
    clearing(w),
  ].filter(({ at }) => at <= w.now)

function dueAround(w: Work) {
  return (session: Session) => [...reminders(w, session), ...steps(session), ...digests(w, session)]
}

/** Once a night. */
function clearing(w: Work): Due {
  const { day, at } = lastClearing(w.now)
  return { key: `names:${day}`, at, run: forgetOldNames }
}

function steps(session: Session): Due[] {
  const end = due('end', session, { at: session.endsAt, step: refreshCard })
  if (session.state === 'closed') return [end]
  return [
    due('open', session, { at: opensAt(session), step: openRoll }),
    due('close', session, { at: closesAt(session), step: endCheckIn }),
    end,
  ]
}

const reminding: Record<ReminderKind, Step> = {
  dayBefore: remindDayBefore,
  sameDay: remindSameDay,
  silent: reportSilent,
}

/** Only while they may ring and are of use: one held up waits for the morning, or is left. */
function reminders(w: Work, session: Session): Due[] {
  const { startsAt, publishedAt } = session
  const zone = branchById(w, session.branch)?.zone
  if (!zone || !publishedAt || !mayRing({ startsAt, now: w.now, zone })) return []
  return reminderTimes(session, zone)
    .filter(({ at, until }) => publishedAt <= at && w.now < until)
    .map(({ kind, at }) => due(kind, session, { at, step: reminding[kind] }))
}

function digests(w: Work, session: Session): Due[] {
  const next = nextDigest(w, session)
  if (!next) return []
  const key = `digest:${sessionAbout(session)}@${next.first}`
  return [{ key, at: next.at, run: (work) => sendDigest(work, session.id) }]
}

function due(name: string, session: Session, { at, step }: { at: Date; step: Step }): Due {
  const key = `${name}:${sessionAbout(session)}`
  return { key, at, run: (work) => step(work, session.id) }
}
