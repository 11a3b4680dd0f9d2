// Writes down what became of each letter, and what follows from it.

import { html, plain } from '../../kernel/html.ts'
import type { ChatId, OrganisationId } from '../../kernel/ids.ts'
import { faultFields, faultId, type Log } from '../log.ts'
import type { Work } from '../store/work.ts'
import type { OutboxRow } from './claim.ts'
import { bulkLane, freeze } from './freeze.ts'
import { createFinishSent, type FinishSent, failAll, finish, requeue, wasDead } from './marks.ts'
import type { Parcel } from './parcel.ts'
import { type ChatMove, rekeyChat } from './rekey.ts'
import type { Payload } from './schema.ts'
import { type DeadReason, retryPauseMs, type Verdict } from './verdict.ts'

export interface DeadChat {
  chat: ChatId
  branch?: OrganisationId
  reason: DeadReason
}

/** What the rest of the program does about letters; what a hook throws is logged and undone. */
export interface RecordHooks {
  /** What waits in the outbox has already moved. */
  onMoved(w: Work, move: ChatMove): void
  /** Once per chat, until a letter gets through to it again. */
  onDead(w: Work, dead: DeadChat): void
  /** A letter of kind `once` that perhaps arrived. */
  onUncertain(w: Work, letter: OutboxRow): void
  /** A letter that can never arrive for a fault of ours; the log knows it by `fault`. */
  onLost(w: Work, letter: OutboxRow, fault: string): void
}

export interface RecordParts {
  log: Log
  hooks: RecordHooks
}

/** What became of a parcel. */
export interface Delivery {
  parcel: Parcel
  verdict: Verdict
}

interface Case extends RecordParts {
  w: Work
  finishSent: FinishSent
  parcel: Parcel
  row: OutboxRow
  /** For the log. */
  known: object
}

type Of<Kind extends Verdict['kind']> = Verdict & { kind: Kind }

const consequences: { [Kind in Verdict['kind']]: (of: Case, verdict: Of<Kind>) => void } = {
  sent: ({ w, parcel, finishSent }, { messageId }) => finishSent(w, parcel, messageId),
  settled: ({ w, parcel, finishSent }) => finishSent(w, parcel, parcel.target),
  revoked: ({ w, row }) => requeue(w, row, {}),
  wait: onWait,
  retry: onRetry,
  uncertain: onUncertain,
  moved: onMoved,
  mend: onMend,
  dead: onDead,
  rejected: onRejected,
}

/** A function that records one delivery; it throws only what the database throws. */
export function createRecord(parts: RecordParts) {
  const finishSent = createFinishSent()

  return function record(w: Work, { parcel, verdict }: Delivery): void {
    const { row } = parcel
    const error = 'error' in verdict ? { error: verdict.error } : {}
    const known = { letter: row.id, branch: row.branchId, ...error }
    const follow = consequences[verdict.kind] as (of: Case, verdict: Verdict) => void
    follow({ ...parts, finishSent, w, parcel, row, known }, verdict)
  }
}

/** Tells a hook; a fault in it must not take back what is known about letters. */
export function tell({ w, log }: Pick<Case, 'w' | 'log'>, hook: string, run: () => void): void {
  try {
    w.tx.transaction(run)
  } catch (error) {
    log.error({ fault: faultId(), hook, ...faultFields(error) }, 'a hook of the courier failed')
  }
}

function onWait({ w, row, log, known }: Case, { seconds, scope }: Of<'wait'>): void {
  const until = new Date(w.now.getTime() + seconds * 1_000)
  log.warn({ ...known, seconds, scope }, 'Telegram asks to wait')
  requeue(w, row, { notBefore: until })
  freeze(w, row.chatId, until)
  if (scope === 'bulk') freeze(w, bulkLane, until)
}

function onRetry(of: Case, { error }: Of<'retry'>): void {
  of.log.warn(of.known, 'a letter did not leave')
  tryAgain(of, error)
}

function onUncertain(of: Case, { error }: Of<'uncertain'>): void {
  const { w, row, log, hooks } = of
  log.warn(of.known, 'a letter perhaps left')
  if (row.kind === 'repeatable') {
    tryAgain(of, error)
  } else {
    finish(w, row, { state: 'uncertain', error })
    tell(of, 'onUncertain', () => hooks.onUncertain(w, row))
  }
}

function tryAgain({ w, row }: Case, error: string): void {
  const attempts = row.attempts + 1
  const notBefore = new Date(w.now.getTime() + retryPauseMs(attempts))
  requeue(w, row, { attempts, notBefore, error })
}

function onMoved(of: Case, { to }: Of<'moved'>): void {
  const { w, row, hooks } = of
  const move = { from: row.chatId, to }
  requeue(w, row, {})
  rekeyChat(w, move)
  tell(of, 'onMoved', () => hooks.onMoved(w, move))
}

function onMend(of: Case, { drop, error }: Of<'mend'>): void {
  const { w, row, log, known } = of
  const less = drop === 'thread' ? { threadId: null } : { payload: withoutMarkup(row.payload) }
  if (JSON.stringify({ ...row, ...less }) === JSON.stringify(row)) {
    onRejected(of, { kind: 'rejected', error })
  } else {
    log.warn({ ...known, drop }, 'a letter is sent without a part of it')
    requeue(w, row, less)
  }
}

function onDead(of: Case, { reason, error }: Of<'dead'>): void {
  const { w, row, log, hooks } = of
  const isNews = !wasDead(w, row.chatId)
  finish(w, row, { state: 'failed', error })
  failAll(w, row.chatId, error)
  if (!isNews) return
  log.warn({ ...of.known, reason }, 'a chat is closed to us')
  const branch = row.branchId === null ? {} : { branch: row.branchId }
  tell(of, 'onDead', () => hooks.onDead(w, { chat: row.chatId, reason, ...branch }))
}

function onRejected(of: Case, { error }: Of<'rejected'>): void {
  const { w, row, log, hooks } = of
  const fault = faultId()
  log.error({ ...of.known, fault }, 'a letter cannot be sent')
  finish(w, row, { state: 'failed', error })
  tell(of, 'onLost', () => hooks.onLost(w, row, fault))
}

/** The same words as plain text: Telegram did not understand how they were dressed. */
function withoutMarkup(payload: Payload): Payload {
  if (payload.method === 'document') {
    const caption = html`${plain(payload.message.caption)}`
    return { ...payload, message: { ...payload.message, caption } }
  }
  const text = html`${plain(payload.message.text)}`
  return { ...payload, message: { ...payload.message, text } }
}
