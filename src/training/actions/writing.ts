// A training being written in a private chat: the form is kept, and the next message made.

import { answersDueAt } from '../../attendance/rules/rsvp.ts'
import { html } from '../../kernel/html.ts'
import type { AccountId, OrganisationId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import { monthAt } from '../../kernel/month.ts'
import { dayOn } from '../../kernel/time.ts'
import { parseWhen, parseWhenFirst } from '../../kernel/when.ts'
import { expectedOn } from '../../members/store.ts'
import { branchDefaults, dayBeforeReminderAt, sameDayReminderAt } from '../../organisation/rules.ts'
import type { Work } from '../../platform/store/work.ts'
import { keepForm, openForm } from '../../platform/telegram/form.ts'
import type { Session } from '../../sessions/rules.ts'
import { regularSession, zoneOf } from '../../sessions/store.ts'
import { newTrainingForm, trainingCardForm } from '../buttons.ts'
import {
  type CardFacts,
  echo,
  notUnderstood,
  otherWeekday,
  question,
  whichDay,
} from '../messages/writing.ts'
import {
  type Finished,
  isFinished,
  oneLine,
  type Unfinished,
  withAnswer,
  withTime,
} from '../rules/sentence.ts'
import { currentPlan } from '../store.ts'

/** An empty form; place and length are those of the monthly rule. */
export function blank(w: Work, branch: OrganisationId): Unfinished {
  const plan = currentPlan(w, branch)
  const lengthMinutes = plan?.lengthMinutes ?? branchDefaults.trainingMinutes
  return { branch, stamp: 0, asks: 'sentence', lengthMinutes, place: plan?.place, doubts: [] }
}

/** A form over a session: everything it knows already. */
export function written(session: Session): Finished {
  const { branch, startsAt, endsAt, place, topic } = session
  const lengthMinutes = (endsAt.getTime() - startsAt.getTime()) / 60_000
  const known = { branch, lengthMinutes, startsAt, endsAt, place, topic }
  return { ...known, stamp: 0, asks: 'topic', doubts: [] }
}

/** What is being written, if the press came from its newest message. */
export function onTable(w: Work, account: AccountId, stamp: number): Unfinished | undefined {
  const state = openState(w, account)
  return state?.stamp === stamp ? state : undefined
}

/** Asks for one thing; the next message answers it. */
export function ask(w: Work, account: AccountId, state: Unfinished): Message {
  return question(kept(w, account, state))
}

/** Takes in the next message. */
export function hear(w: Work, account: AccountId, state: Unfinished, text: string): Message {
  if (state.asks === 'place') return lay(w, account, { ...state, place: oneLine(text) })
  if (state.asks === 'topic') return lay(w, account, { ...state, topic: oneLine(text) })
  const zone = zoneOf(w, state.branch)
  const parse = state.asks === 'sentence' ? parseWhenFirst : parseWhen
  const when = parse(text, { now: w.now, zone, ...(state.day && { day: state.day }) })
  const heard = withAnswer(state, when, zone)
  if (heard && !heard.days) return lay(w, account, heard)
  const next = kept(w, account, heard ?? state)
  if (when.ok) throw new Error('an understood time leaves no choice of days')
  if (!heard) return notUnderstood(next, when, zone)
  return whichDay(next, when.reason === 'weekdayMismatch' ? otherWeekday(when) : html`说的是两天。`)
}

/** Takes one of the two days. */
export function choose(w: Work, account: AccountId, state: Unfinished, day: string): Message {
  const chosen = state.days?.find((each) => each.day === day)
  return chosen
    ? lay(w, account, withTime(state, chosen, zoneOf(w, state.branch)))
    : ask(w, account, state)
}

/** Lays the card on the table, or asks for the time that is still missing. */
export function lay(w: Work, account: AccountId, state: Unfinished): Message {
  if (!isFinished(state)) return ask(w, account, state)
  const next = { ...state, stamp: nextStamp(w, account) }
  keepForm(w, account, trainingCardForm, next)
  return echo(cardFacts(w, next))
}

/** What the card says beside the training itself. */
export function cardFacts(w: Work, state: Finished): CardFacts {
  const { branch, startsAt } = state
  const zone = zoneOf(w, branch)
  const month = monthAt(startsAt, zone)
  const regular = regularSession(w, branch, month)
  return {
    state,
    zone,
    now: w.now,
    expected: expectedOn(w, branch, dayOn(startsAt, zone)).length,
    answersDueAt: answersDueAt(startsAt, zone),
    dayBeforeAt: dayBeforeReminderAt(startsAt, zone),
    sameDayAt: sameDayReminderAt(startsAt, zone),
    secondIn: regular && regular.state !== 'draft' ? month : undefined,
  }
}

function kept(w: Work, account: AccountId, state: Unfinished): Unfinished {
  const next = { ...state, stamp: nextStamp(w, account) }
  keepForm(w, account, newTrainingForm, next)
  return next
}

function nextStamp(w: Work, account: AccountId): number {
  return Math.max(w.now.getTime(), (openState(w, account)?.stamp ?? 0) + 1)
}

function openState(w: Work, account: AccountId): Unfinished | undefined {
  return openForm(w, account, newTrainingForm) ?? openForm(w, account, trainingCardForm)
}
