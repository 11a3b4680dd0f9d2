// The monthly rule, from how it was typed to the first draft.

import { spokenTime } from '../../kernel/time.ts'
import { parseMonthlyRule } from '../../kernel/when/rule.ts'
import type { Who } from '../../kernel/who.ts'
import type { Work } from '../../platform/store/work.ts'
import { zoneOf } from '../../sessions/store.ts'
import { planMonthly } from '../../training/actions/plan.ts'
import type { Opening } from '../actions.ts'

/** Plans the branch's training by a rule in words; says it back with the next time. */
export function planByRule(w: Work, who: Who, { branch }: Opening, text: string) {
  const zone = zoneOf(w, branch)
  const read = parseMonthlyRule(text, { now: w.now, zone })
  if (!read.ok) return read
  const { cron, spoken, rest, durationMinutes } = read
  const planned = planMonthly(w, who, branch, {
    cron,
    ...(rest && { place: rest }),
    ...(durationMinutes !== undefined && { lengthMinutes: durationMinutes }),
  })
  if (!planned.ok) return planned
  return { ok: true as const, spoken, next: spokenTime(planned.startsAt, zone, w.now) }
}
