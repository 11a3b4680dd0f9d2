// What an action answers: done, or refused with a reason the person can act on.

/** Success with facts, or a refusal with a `reason` and what would make it succeed. */
export type Outcome<Facts extends object, Refusal extends { reason: string }> =
  | ({ ok: true } & Facts)
  | ({ ok: false } & Refusal)

/** Success. */
export function done<Facts extends object>(facts: Facts): { ok: true } & Facts {
  return { ok: true, ...facts }
}

/** A refusal: an ordinary answer, not an error. */
export function refused<const Refusal extends { reason: string }>(
  refusal: Refusal,
): { ok: false } & Refusal {
  return { ok: false, ...refusal }
}
