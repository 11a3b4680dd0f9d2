// A branch whose December training was held: what a story about reflections begins with.

import { draftSession, publish } from '../../src/sessions/actions.ts'
import { sessionById } from '../../src/sessions/store.ts'
import { inPrivate } from '../attendance/branches.ts'
import { type Staged, staged } from '../sessions/staged.ts'
import { at } from '../support/clock.ts'

/** Both branches on the stage; only the first one has a training in December. */
export async function held(start = '2026-12-04 19:00', now = '2026-11-25 10:00'): Promise<Staged> {
  const stage = await staged(now)
  stage.story.app.store.work((w) => {
    const zhou = inPrivate(w, stage.person('周航').person.id)
    const startsAt = at(start)
    const endsAt = new Date(startsAt.getTime() + 90 * 60_000)
    const regularMonth = start.slice(0, 7)
    const { branch } = stage
    const id = draftSession(w, zhou, { branch, kind: 'training', regularMonth, startsAt, endsAt })
    const session = sessionById(w, id)
    if (session) publish(w, zhou, session)
  })
  return stage
}
