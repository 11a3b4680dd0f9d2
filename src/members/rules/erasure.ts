// What somebody is called once their name may be kept no longer.

import type { PersonId } from '../../kernel/ids.ts'

/** 已注销 17: tells two apart, and nobody who they were. */
export function pseudonymOf(person: PersonId): string {
  return `已注销 ${person}`
}
