// Doors in the group: the bot comes, somebody types /start, somebody asks about privacy.

import {
  cardButton,
  type Door,
  type GroupChange,
  inGroup,
  type Reply,
  type Turn,
} from '../../platform/telegram/door.ts'
import { cardAgain, cardOnArrival } from '../actions.ts'
import { privacyButton } from '../buttons.ts'
import { privacy } from '../messages.ts'

export const groupDoors: readonly Door[] = [
  { kind: 'group', run: arrived },
  inGroup('start', ({ w, who }) => posted(cardAgain(w, who))),
  cardButton(privacyButton, () => ({ alert: privacy })),
]

function arrived({ w, who, data: change }: Turn<GroupChange>): Reply {
  return change.kind === 'added' ? posted(cardOnArrival(w, who.place.chat)) : {}
}

function posted(message: ReturnType<typeof cardAgain>): Reply {
  return message ? { post: [message] } : {}
}
