// What can happen to a session. Every change holds only in the state it was meant for: the answer
// says whether it was so.

import type { OrganisationId, SessionId } from '../kernel/ids.ts'
import type { MonthKey } from '../kernel/month.ts'
import { may, type Who } from '../kernel/who.ts'
import { branchDefaults } from '../organisation/rules.ts'
import { audit } from '../platform/store/audit.ts'
import type { Work } from '../platform/store/work.ts'
import {
  type Session,
  type SessionKind,
  type SessionState,
  sessionAbout,
  statesBefore,
} from './rules.ts'
import { type Change, changeIn, deleteDraft, rollOf, saveDraft, saveRoll } from './store.ts'

/** What is said of a session when it is planned. */
export interface Outline {
  topic?: string
  place?: string
  startsAt: Date
  endsAt: Date
}

export interface Draft extends Outline {
  branch: OrganisationId
  kind: SessionKind
  /** Makes it the regular training of that month; there is at most one. */
  regularMonth?: MonthKey
}

/** Plans a session that nobody hears of yet; without `who` the clock did it. */
export function draftSession(w: Work, who: Who | undefined, draft: Draft): SessionId {
  const { branch, ...outline } = draft
  const { opensMinutesBefore, lateAfterMinutes, closesMinutesAfter } = branchDefaults
  const settings = { opensMinutesBefore, lateAfterMinutes, closesMinutesAfter }
  const id = saveDraft(w, { ...outline, ...settings, branchId: branch, createdBy: who?.person })
  if (who) audit(w, who, { branch, action: 'session.draft', subject: sessionAbout({ id }) })
  return id
}

/** Writes in a draft what, where and when; what is not given is taken out. It is theirs from then on. */
export function fillDraft(w: Work, who: Who, session: Session, outline: Outline): boolean {
  const { topic = null, place = null, startsAt, endsAt } = outline
  return decide(w, who, session, {
    action: 'session.fill',
    from: ['draft'],
    change: { topic, place, startsAt, endsAt, createdBy: who.person ?? null },
  })
}

/** Announces a draft to the branch. */
export function publish(w: Work, who: Who, session: Session): boolean {
  return decide(w, who, session, {
    action: 'session.publish',
    from: statesBefore('published'),
    change: { state: 'published', publishedAt: w.now, publishedBy: who.person ?? null },
  })
}

/** Takes an announcement back before it was sent. */
export function unpublish(w: Work, who: Who, session: Session): boolean {
  return decide(w, who, session, {
    action: 'session.unpublish',
    from: statesBefore('draft'),
    change: { state: 'draft', publishedAt: null, publishedBy: null },
  })
}

/** Calls off a session that was announced; a draft is dropped instead. */
export function cancel(w: Work, who: Who, session: Session): boolean {
  return decide(w, who, session, {
    action: 'session.cancel',
    from: statesBefore('cancelled'),
    change: { state: 'cancelled', cancelledAt: w.now },
  })
}

/** Forgets a draft. */
export function dropDraft(w: Work, who: Who, session: Session): boolean {
  const dropped = may(who, 'session.manage', session.branch) && deleteDraft(w, session.id)
  if (dropped) note(w, who, session, 'session.drop')
  return dropped
}

/** Lets people check in, and freezes who is expected. */
export function open(w: Work, session: Session): boolean {
  const roll = rollOf(w, session)
  const change = { state: 'open', openedAt: w.now } as const
  const opened = changeIn(w, session.id, statesBefore('open'), change)
  if (opened) saveRoll(w, session, roll)
  return opened
}

/** Ends the check-in. */
export function close(w: Work, session: Session): boolean {
  return changeIn(w, session.id, statesBefore('closed'), { state: 'closed', closedAt: w.now })
}

/** Makes the attendance final. Whether `who` may is the caller's question. */
export function lock(w: Work, who: Who, session: Session): boolean {
  const change = { state: 'locked', lockedAt: w.now, lockedBy: who.person ?? null } as const
  const locked = changeIn(w, session.id, statesBefore('locked'), change)
  if (locked) note(w, who, session, 'session.lock')
  return locked
}

interface Decision {
  action: string
  from: readonly SessionState[]
  change: Change
}

function decide(w: Work, who: Who, session: Session, decision: Decision): boolean {
  const allowed = may(who, 'session.manage', session.branch)
  const changed = allowed && changeIn(w, session.id, decision.from, decision.change)
  if (changed) note(w, who, session, decision.action)
  return changed
}

function note(w: Work, who: Who, session: Session, action: string): void {
  audit(w, who, { branch: session.branch, action, subject: sessionAbout(session) })
}
