// Fields packed into the few characters that buttons and links may carry.

import { z } from 'zod'

/** How one value is written and read back. */
export interface Field<Value> {
  write(value: Value): string
  read: z.ZodType<Value>
}

export type Fields = Record<string, Field<unknown>>
export type Values<Shape extends Fields> = {
  [Name in keyof Shape]: Shape[Name] extends Field<infer Value> ? Value : never
}

/** A row's number, written in base 36. */
export function id<Id extends number>(): Field<Id> {
  const read = z
    .string()
    .regex(/^[0-9a-z]{1,11}$/)
    .transform((text) => Number.parseInt(text, 36) as Id)
    .refine(Number.isSafeInteger)
  return { write: (value) => value.toString(36), read: read as unknown as z.ZodType<Id> }
}

/** One of a few words. */
export function choice<const Word extends string>(
  ...words: readonly [Word, ...Word[]]
): Field<Word> {
  return { write: (value) => value, read: z.enum(words) as unknown as z.ZodType<Word> }
}

/** A short text without separators: days, months, nonces. */
export function token(pattern: RegExp): Field<string> {
  return { write: (value) => value, read: z.string().regex(pattern) }
}

/** Writes the values in the order of the fields. */
export function writeFields<Shape extends Fields>(shape: Shape, values: Values<Shape>): string[] {
  return Object.entries(shape).map(([name, field]) => field.write(values[name as keyof Shape]))
}

/** Reads the values back; undefined when one does not fit. */
export function readFields<Shape extends Fields>(
  shape: Shape,
  parts: readonly string[],
): Values<Shape> | undefined {
  const names = Object.keys(shape)
  if (parts.length !== names.length) return undefined
  const values: Record<string, unknown> = {}
  for (const [at, name] of names.entries()) {
    const parsed = shape[name]?.read.safeParse(parts[at])
    if (!parsed?.success) return undefined
    values[name] = parsed.data
  }
  return values as Values<Shape>
}
