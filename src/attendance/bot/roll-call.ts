// Doors: the organiser's roll-call.

import type { SessionId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import { may } from '../../kernel/who.ts'
import { personPicker } from '../../members/actions/picking.ts'
import { namesOnPage, type Pickable } from '../../members/rules/name-pages.ts'
import { personById } from '../../members/store.ts'
import type { Work } from '../../platform/store/work.ts'
import { button, command, type Door, type Reply, type Turn } from '../../platform/telegram/door.ts'
import type { Session } from '../../sessions/rules.ts'
import { sessionToRecord } from '../actions/finding.ts'
import { markByOrganiser, markRest, recordable } from '../actions/roll-call.ts'
import { markButton, markRestButton, restButton, rollCallButton } from '../buttons.ts'
import * as say from '../messages/roll-call.ts'
import type { RollCallRefusal } from '../rules/closing.ts'
import { type AttendanceLine, isHere, tallyOf } from '../rules/tally.ts'
import { attendanceOf } from '../store/lines.ts'
import { namesApart } from '../store/names.ts'
import { occasionOf } from '../store/occasion.ts'
import { line, message, occasionIn, type Visit, type Way } from './answering.ts'

type Callable = AttendanceLine & Pickable & { page: number }

/** The grid of names; pressing one carries what it makes of the person. */
const grid = personPicker<Callable>({
  tag: 'at.pk',
  people(visit, { object }) {
    const session = openTo(visit, object)
    return session && callable(visit.w, session)
  },
  question(visit, { object }) {
    const session = openTo(visit, object)
    return session ? say.rollCallText(countedIn(visit.w, session)) : say.onlyOffice.text
  },
  label: say.nameWithSign,
  chosen: ({ object }, person, { state, page }) => {
    const to = isHere(state) ? 'out' : 'in'
    return markButton.data({ session: object as SessionId, person, to, page })
  },
  extra({ object }, visit) {
    const session = openTo(visit, object)
    return session ? [say.rollCallEnd(session.id, countedIn(visit.w, session).tally)] : []
  },
})

export const rollCallDoors: readonly Door[] = [
  command('rollcall', {
    describes: '现场点名',
    words: ['点名'],
    needs: 'attendance.manage',
    run: typed,
  }),
  button(rollCallButton, (turn: Paged) => show(turn, turn.data, 'pressed')),
  button(markButton, marked),
  button(restButton, asksRest),
  button(markRestButton, markedRest),
  ...grid.doors,
]

type About = Turn<{ session: SessionId }>
type Paged = Turn<{ session: SessionId; page: number }>

function typed(turn: Turn<{ args: string }>): Reply {
  const { w, who } = turn
  const { branch } = who
  if (branch === undefined || !may(who, 'attendance.manage', branch)) {
    return { show: [say.onlyOffice] }
  }
  const session = sessionToRecord(w, branch)
  return session
    ? show(turn, { session: session.id, page: 0 }, 'said')
    : { show: [say.nothingToCall] }
}

function show(visit: Visit, { session, page }: Paged['data'], way: Way): Reply {
  const open = recordable(visit.w, visit.who, session)
  if (!open.ok) return refusedRollCall(visit.w, open, way)
  return message(pageOf(visit, open.session, page), way)
}

function marked({ w, who, data }: Turn<Parameters<typeof markButton.data>[0]>): Reply {
  const outcome = markByOrganiser(w, who, data)
  if (!outcome.ok) return refusedRollCall(w, outcome, 'pressed')
  const { session, line: one, unchanged } = outcome
  return {
    toast: say.markedToast(one.name, data.to, unchanged),
    edit: pageOf({ w, who }, session, data.page),
  }
}

function asksRest({ w, who, data }: About): Reply {
  const open = recordable(w, who, data.session)
  if (!open.ok) return refusedRollCall(w, open, 'pressed')
  const tally = tallyOf(attendanceOf(w, open.session))
  return { edit: say.confirmRest(occasionOf(w, open.session), tally) }
}

function markedRest({ w, who, data }: About): Reply {
  const outcome = markRest(w, who, data.session)
  if (!outcome.ok) return refusedRollCall(w, outcome, 'pressed')
  return { toast: say.restToast(outcome.count), edit: pageOf({ w, who }, outcome.session, 0) }
}

function pageOf(visit: Visit, { branch, id }: Session, page: number): Message {
  return grid.ask(visit, { branch, object: id }, page)
}

function openTo({ w, who }: Visit, object: number): Session | undefined {
  const open = recordable(w, who, object as SessionId)
  return open.ok ? open.session : undefined
}

function callable(w: Work, session: Session): Callable[] {
  const lines = attendanceOf(w, session)
  const names = namesApart(w, lines)
  return lines.map((one, at) => {
    const phoneTail = personById(w, one.person)?.phoneTail
    const name = names.get(one.person) ?? one.name
    return { ...one, name, page: Math.floor(at / namesOnPage), ...(phoneTail && { phoneTail }) }
  })
}

function countedIn(w: Work, session: Session): say.RollCall {
  return { occasion: occasionOf(w, session), tally: tallyOf(attendanceOf(w, session)) }
}

function refusedRollCall(w: Work, refusal: RollCallRefusal, way: Way): Reply {
  return line(say.rollCallRefused(refusal, occasionIn(w, refusal)), way)
}
