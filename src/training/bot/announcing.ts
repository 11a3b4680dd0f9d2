// Doors of an announcement: send it now, take it back, call the training off.

import { goneText } from '../../attendance/messages/refusals.ts'
import { goingOf } from '../../attendance/store/rsvps.ts'
import type { SessionId } from '../../kernel/ids.ts'
import { button, type Door, type Reply } from '../../platform/telegram/door.ts'
import { sessionById, zoneOf } from '../../sessions/store.ts'
import { recall, sendNow } from '../actions/announcing.ts'
import { callOff, cancellable } from '../actions/calling-off.ts'
import { lay, written } from '../actions/writing.ts'
import {
  cancelSessionButton,
  confirmCancelButton,
  keepSessionButton,
  recallButton,
  sendNowButton,
} from '../buttons.ts'
import { announced, calledOff, reallyCancel } from '../messages/announcing.ts'
import { officeText, type Visit } from './access.ts'

export const announcingDoors: readonly Door[] = [
  button(sendNowButton, ({ w, who, data }) => {
    const sent = sendNow(w, who, data.session)
    return sent.ok ? { toast: '已发到群里 ✅' } : refusal({ w, who }, data.session, sent.reason)
  }),
  button(recallButton, ({ w, who, data }) => {
    const recalled = recall(w, who, data.session)
    if (!recalled.ok) return refusal({ w, who }, data.session, recalled.reason)
    return { toast: '已撤回，群里没有发出', edit: lay(w, who.account, written(recalled.session)) }
  }),
  button(cancelSessionButton, ({ w, who, data }) => {
    const found = cancellable(w, who, data.session)
    if (!found.ok) return refusal({ w, who }, data.session, found.reason)
    const { session } = found
    const facts = { zone: zoneOf(w, session.branch), going: goingOf(w, session.id).length }
    return { edit: reallyCancel(session, facts) }
  }),
  button(confirmCancelButton, ({ w, who, data }) => {
    const off = callOff(w, who, data.session)
    if (!off.ok) return refusal({ w, who }, data.session, off.reason)
    const { session, told } = off
    return { edit: calledOff(session, { zone: zoneOf(w, session.branch), told }) }
  }),
  button(keepSessionButton, ({ w, who, data }) => {
    const found = cancellable(w, who, data.session)
    if (!found.ok) return refusal({ w, who }, data.session, found.reason)
    return { edit: announced(found.session, zoneOf(w, found.session.branch)) }
  }),
]

type Reason = 'gone' | 'notAllowed' | 'sent' | 'over'

function refusal(visit: Visit, id: SessionId, reason: Reason): Reply {
  const session = sessionById(visit.w, id)
  if (!session || reason === 'gone') return { toast: goneText }
  switch (reason) {
    case 'notAllowed':
      return { alert: officeText(visit, session.branch) }
    case 'sent':
      return { toast: '已经发到群里了。要停办请点“取消活动”。' }
    case 'over':
      return { toast: session.state === 'cancelled' ? '已经取消了 ✅' : '这次培训已经结束了。' }
  }
}
