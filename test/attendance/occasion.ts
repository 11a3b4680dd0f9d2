// The December training of the stories, as rules see it.

import type { OrganisationId, SessionId } from '../../src/kernel/ids.ts'
import type { Session } from '../../src/sessions/rules.ts'
import { at } from '../support/clock.ts'

export const december: Session = {
  id: 42 as SessionId,
  branch: 1 as OrganisationId,
  kind: 'training',
  startsAt: at('2026-12-04 19:00'),
  endsAt: at('2026-12-04 20:30'),
  state: 'open',
  checkInMode: 'trust',
  opensMinutesBefore: 30,
  lateAfterMinutes: 10,
  closesMinutesAfter: 30,
  publishedAt: at('2026-11-25 10:42'),
}
