// How a branch's letters stand: what waits, what did not leave, when its group last heard from us.

import { and, count, desc, eq, gt, inArray, lte } from 'drizzle-orm'
import type { ChatId, OrganisationId } from '../../kernel/ids.ts'
import type { Work } from '../store/work.ts'
import { outbox } from './schema.ts'

export interface LettersStanding {
  /** Due, and not yet sent. */
  waiting: number
  /** Refused or uncertain, since the given instant. */
  failed: number
}

/** Counts a branch's letters; failures from `since` on. */
export function lettersStanding(w: Work, branch: OrganisationId, since: Date): LettersStanding {
  const ofBranch = eq(outbox.branchId, branch)
  const waiting = and(inArray(outbox.state, ['queued', 'sending']), lte(outbox.notBefore, w.now))
  const failed = and(inArray(outbox.state, ['failed', 'uncertain']), gt(outbox.finishedAt, since))
  return { waiting: counted(w, and(ofBranch, waiting)), failed: counted(w, and(ofBranch, failed)) }
}

/** When something new was last posted in a chat; undefined when nothing is remembered. */
export function lastPostAt(w: Work, chat: ChatId): Date | undefined {
  const posted = and(eq(outbox.chatId, chat), eq(outbox.state, 'sent'))
  const row = w.tx
    .select({ at: outbox.finishedAt })
    .from(outbox)
    .where(and(posted, inArray(outbox.lane, ['answer', 'bulk'])))
    .orderBy(desc(outbox.finishedAt))
    .limit(1)
    .get()
  return row?.at ?? undefined
}

function counted(w: Work, condition: ReturnType<typeof and>): number {
  return w.tx.select({ rows: count() }).from(outbox).where(condition).get()?.rows ?? 0
}
