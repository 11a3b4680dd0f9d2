// What waits for whoever manages the sessions: the next draft that nobody has published.

import { holdersOf } from '../../members/store.ts'
import type { Awaiting, Somebody } from '../../platform/feature.ts'
import type { Work } from '../../platform/store/work.ts'
import { nextRegularDraft, zoneOf } from '../../sessions/store.ts'
import { draftWaits } from '../messages/plan.ts'

/** The branch's next draft, for those who may publish it. */
export function trainingAwaiting(w: Work, { person, branch }: Somebody): readonly Awaiting[] {
  const draft = nextRegularDraft(w, branch)
  if (!draft || !holdersOf(w, branch, 'session.manage').includes(person)) return []
  return [{ ...draftWaits(draft, zoneOf(w, branch), w.now), as: 'office' }]
}
