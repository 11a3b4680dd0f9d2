// The monthly rule: made by a person, followed by the clock, which only ever makes drafts.

import { officers } from '../../attendance/actions/office.ts'
import { isCron } from '../../kernel/cron.ts'
import type { OrganisationId, SessionId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import { type MonthKey, monthAt } from '../../kernel/month.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import { addMinutes } from '../../kernel/time.ts'
import { may, type Who } from '../../kernel/who.ts'
import { tell } from '../../members/actions.ts'
import { branchDefaults, nextPermitted } from '../../organisation/rules.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import { draftSession, dropDraft } from '../../sessions/actions.ts'
import type { Session } from '../../sessions/rules.ts'
import { regularSession, sessionById, sessionsBetween, zoneOf } from '../../sessions/store.ts'
import { draftMade } from '../messages/plan.ts'
import { draftDueAt, type Plan, type Slot, slotIn, upcomingStarts } from '../rules/plan.ts'
import { currentPlan, replacePlan } from '../store.ts'

export interface NewPlan {
  cron: string
  place?: string
  lengthMinutes?: number
}

export type PlanRefusal = { reason: 'notAllowed' } | { reason: 'badRule' }

/** Gives the branch a monthly rule and drafts its next training at once. */
export function planMonthly(
  w: Work,
  who: Who,
  branch: OrganisationId,
  { cron, place, lengthMinutes = branchDefaults.trainingMinutes }: NewPlan,
): Outcome<{ draft: SessionId; startsAt: Date }, PlanRefusal> {
  if (!may(who, 'session.manage', branch)) return refused({ reason: 'notAllowed' })
  const zone = zoneOf(w, branch)
  const starts = isCron(cron) ? upcomingStarts({ cron, zone, after: w.now, count: 3 }) : []
  const startsAt = starts.find((start) => isFree(w, branch, monthAt(start, zone))) ?? starts[0]
  if (!startsAt) return refused({ reason: 'badRule' })
  const placed = place === undefined ? {} : { place }
  const fields = { branch, cron, zone, lengthMinutes, ...placed }
  for (const draft of untouchedDrafts(w, branch)) dropDraft(w, who, draft)
  const id = replacePlan(w, { ...fields, createdBy: who.person })
  audit(w, who, { branch, action: 'plan.make', subject: `plan:${id}`, detail: { cron } })
  const draft = draftIn(w, fields, { month: monthAt(startsAt, zone), slot: { startsAt } })
  return done({ draft: draft.id, startsAt: sessionById(w, draft.id)?.startsAt ?? startsAt })
}

/** Whether the month's regular training is still to be announced. */
function isFree(w: Work, branch: OrganisationId, month: MonthKey): boolean {
  const regular = regularSession(w, branch, month)
  return !regular || regular.state === 'draft'
}

/** What the clock does for a month: makes its draft, and asks the organiser to complete it. */
export function draftMonth(w: Work, plan: Plan, month: MonthKey): void {
  const slot = slotIn(plan, month)
  if (currentPlan(w, plan.branch)?.id !== plan.id || !slot || slot.startsAt <= w.now) return
  const { id, isNew } = draftIn(w, plan, { month, slot })
  const session = sessionById(w, id)
  const planMadeLater = draftDueAt(month, plan.zone) <= plan.knownSince
  if (session?.state !== 'draft' || (planMadeLater && !isNew)) return
  const isInSlot = session.startsAt.getTime() === slot.startsAt.getTime()
  const movedFrom = isInSlot ? slot.movedFrom : undefined
  tellOrganiser(w, session, draftMade(session, { ...plan, now: w.now, movedFrom }))
}

/** One message, to the first of those who manage sessions who can be reached. */
function tellOrganiser(w: Work, { id, branch }: Session, message: Message): void {
  const key = `draft:session:${id}`
  const notBefore = nextPermitted(w.now, zoneOf(w, branch))
  officers(w, branch, 'session.manage').some(
    (person) => tell(w, { branch, person, message, key, notBefore }) === 'queued',
  )
}

/** The clock's own drafts that nobody has written in: a new rule makes them anew. */
function untouchedDrafts(w: Work, branch: OrganisationId): Session[] {
  const ahead = sessionsBetween(w, branch, w.now, addMinutes(w.now, 100 * 24 * 60))
  return ahead.filter(
    ({ state, regularMonth, createdBy }) =>
      state === 'draft' && regularMonth && createdBy === undefined,
  )
}

type Frame = Omit<Plan, 'id' | 'knownSince'>

/** The month's regular session: the one that is there, else a new draft. */
function draftIn(w: Work, plan: Frame, { month, slot }: { month: MonthKey; slot: Slot }) {
  const { branch, place, lengthMinutes } = plan
  const existing = regularSession(w, branch, month)
  if (existing) return { id: existing.id, isNew: false }
  const { startsAt } = slot
  const id = draftSession(w, undefined, {
    branch,
    kind: 'training',
    regularMonth: month,
    startsAt,
    endsAt: addMinutes(startsAt, lengthMinutes),
    ...(place !== undefined && { place }),
  })
  return { id, isNew: true }
}
