// Many-step input kept as a row: it survives restarts and is continued by the next message.

import { and, eq, gt } from 'drizzle-orm'
import type { z } from 'zod'
import type { AccountId } from '../../kernel/ids.ts'
import type { Work } from '../store/work.ts'
import { forms } from './schema.ts'

export interface FormCodec<Data> {
  flow: string
  /** How long it waits for the next step, in minutes. */
  minutes: number
  shape: z.ZodType<Data>
}

/** A kind of form; `shape` is what is remembered between steps, including which step it is. */
export function form<Data>(flow: string, minutes: number, shape: z.ZodType<Data>): FormCodec<Data> {
  return { flow, minutes, shape }
}

/** Opens a form or keeps its next state; a person has at most one. */
export function keepForm<Data>(
  w: Work,
  account: AccountId,
  kind: FormCodec<Data>,
  data: Data,
): void {
  const expiresAt = new Date(w.now.getTime() + kind.minutes * 60_000)
  w.tx
    .insert(forms)
    .values({ accountId: account, flow: kind.flow, data, expiresAt })
    .onConflictDoUpdate({
      target: forms.accountId,
      set: { flow: kind.flow, data, expiresAt },
    })
    .run()
}

/** The data of a person's open form of this kind; undefined when there is none or it is too old. */
export function openForm<Data>(
  w: Work,
  account: AccountId,
  kind: FormCodec<Data>,
): Data | undefined {
  const row = w.tx
    .select()
    .from(forms)
    .where(and(eq(forms.accountId, account), eq(forms.flow, kind.flow), gt(forms.expiresAt, w.now)))
    .get()
  const parsed = row && kind.shape.safeParse(row.data)
  return parsed?.success ? parsed.data : undefined
}

/** Which form a person has open. */
export function openFlow(w: Work, account: AccountId): string | undefined {
  return w.tx
    .select({ flow: forms.flow })
    .from(forms)
    .where(and(eq(forms.accountId, account), gt(forms.expiresAt, w.now)))
    .get()?.flow
}

/** Closes whatever form a person has open; says whether there was one. */
export function closeForm(w: Work, account: AccountId): boolean {
  return w.tx.delete(forms).where(eq(forms.accountId, account)).run().changes > 0
}
