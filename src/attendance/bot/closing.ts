// Doors: the summary and the end of the check-in. The lock's door is the ledger's.

import type { SessionId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import type { Work } from '../../platform/store/work.ts'
import { button, type Door, type Reply, type Turn } from '../../platform/telegram/door.ts'
import { sessionById } from '../../sessions/store.ts'
import { officeOver } from '../actions/access.ts'
import { closeRoll } from '../actions/closing.ts'
import { closeButton, summaryButton } from '../buttons.ts'
import * as say from '../messages/closing.ts'
import { goneText, officeOnly } from '../messages/refusals.ts'
import { closingFacts } from '../store/closing.ts'
import { occasionOf } from '../store/occasion.ts'
import { occasionIn } from './answering.ts'

type About = Turn<{ session: SessionId }>

export const closingDoors: readonly Door[] = [
  button(summaryButton, summed),
  button(closeButton, closed),
]

function summed({ w, who, data }: About): Reply {
  const office = officeOver(w, who, { session: data.session, permission: 'attendance.manage' })
  if (office.ok) return { edit: summary(w, data.session) }
  if (office.reason === 'gone') return { toast: goneText }
  return { alert: officeOnly(occasionOf(w, office.session).contact) }
}

function closed({ w, who, data }: About): Reply {
  const outcome = closeRoll(w, who, data.session)
  if (outcome.ok) return { toast: say.closedToast(outcome.absent), edit: summary(w, data.session) }
  const alert = say.closeRefused(outcome, occasionIn(w, outcome))
  return outcome.reason === 'locked' ? { alert, edit: summary(w, data.session) } : { alert }
}

function summary(w: Work, id: SessionId): Message {
  const session = sessionById(w, id)
  if (!session) throw new Error(`session ${id} is gone`)
  return say.closingSummary(closingFacts(w, session))
}
