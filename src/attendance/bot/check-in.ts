// Doors: checking in by link from the card, or by typing 签到; taking it back.

import type { SessionId } from '../../kernel/ids.ts'
import { askToClaim } from '../../members/actions/asking.ts'
import {
  button,
  command,
  type Door,
  type Reply,
  startLink,
  type Turn,
} from '../../platform/telegram/door.ts'
import { checkIn, undoCheckIn } from '../actions/check-in.ts'
import { nextOf, sessionToCheckIn } from '../actions/finding.ts'
import { checkInLink, undoCheckInButton } from '../buttons.ts'
import * as say from '../messages/check-in.ts'
import { whoAreYou } from '../messages/leave.ts'
import { comradeName, occasionOf } from '../store/occasion.ts'
import { occasionIn } from './answering.ts'

export const checkInDoors: readonly Door[] = [
  command('checkin', { describes: '到场签到', words: ['签到'], run: typed }),
  startLink(checkInLink, (turn) => checksIn(turn, turn.data.session)),
  button(undoCheckInButton, undone),
]

function checksIn({ w, who, at }: Omit<Turn<unknown>, 'data'>, session: SessionId): Reply {
  const outcome = checkIn(w, who, session, at)
  if (outcome.ok) return { show: [say.checkedIn(outcome, occasionOf(w, outcome.session))] }
  if (outcome.reason === 'unclaimed') {
    return askToClaim(w, who, outcome.session.branch, checkInLink.payload({ session }))
  }
  return { show: [{ text: say.checkInRefused(outcome, occasionIn(w, outcome)) }] }
}

function typed(turn: Turn<{ args: string }>): Reply {
  const { w, who, at } = turn
  if (who.person === undefined) return { show: [whoAreYou] }
  const session = sessionToCheckIn(w, who, at)
  if (session) return checksIn(turn, session.id)
  const next = nextOf(w, who)
  return { show: [say.nothingToCheckIn(next && occasionOf(w, next))] }
}

function undone({ w, who, data }: Turn<{ session: SessionId }>): Reply {
  const outcome = undoCheckIn(w, who, data.session)
  if (outcome.ok) return { toast: '已撤销', edit: say.undone }
  const contact =
    'session' in outcome ? occasionOf(w, outcome.session).contact : comradeName(w, undefined)
  return { alert: say.undoRefused(outcome, contact) }
}
