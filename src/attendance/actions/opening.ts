// Opens the check-in when its time has come: by the clock, or by the first who arrives.

import type { SessionId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/store/work.ts'
import { open } from '../../sessions/actions.ts'
import { opensAt, type Session } from '../../sessions/rules.ts'
import { sessionById } from '../../sessions/store.ts'
import { refreshCard } from './card.ts'

/** Freezes the roll and puts the way in on the card; nothing before its time or a second time. */
export function openRoll(w: Work, id: SessionId): void {
  const session = sessionById(w, id)
  if (!session || w.now < opensAt(session) || !open(w, session)) return
  refreshCard(w, id)
}

/** The session, opened if it is time: whoever records somebody needs the frozen roll. */
export function opened(w: Work, session: Session): Session {
  if (session.state !== 'published') return session
  openRoll(w, session.id)
  return sessionById(w, session.id) ?? session
}
