// What a piece of work may take at most.

import { expect } from 'vitest'
import type { Effort } from './visitor.ts'

export function within(effort: Effort, budget: Effort): void {
  for (const kind of ['taps', 'messages', 'files'] as const) {
    expect(effort[kind], kind).toBeLessThanOrEqual(budget[kind])
  }
}
