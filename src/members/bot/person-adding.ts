// Doors of putting one person on the roster by hand: a line, whether it is somebody known, a day.

import type { OrganisationId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import type { Work } from '../../platform/store/work.ts'
import { button, type Door, formStep, type Reply, type Turn } from '../../platform/telegram/door.ts'
import { closeForm, keepForm, openForm } from '../../platform/telegram/form.ts'
import { type Kept, keptBy } from '../actions/managing.ts'
import { addPerson, knownAs } from '../actions/person-writing.ts'
import {
  type AddForm,
  addAnywayButton,
  addButton,
  addDayButton,
  addForm,
  addOtherDayButton,
} from '../buttons/person.ts'
import { onDay } from '../messages/days.ts'
import { noLonger } from '../messages/person-changing.ts'
import { changeRefused, receipt } from '../messages/person-receipt.ts'
import * as say from '../messages/person-writing.ts'
import { minuteOf } from '../rules/change.ts'
import { isDay } from '../rules/change-days.ts'
import { readPerson } from '../rules/person-line.ts'
import { dayIn } from './person-changing.ts'

type Visit = Pick<Turn<unknown>, 'w' | 'who'>
interface OnTable {
  branch: OrganisationId
  stamp: number
}

export const personAddingDoors: readonly Door[] = [
  button(addButton, asks),
  formStep(addForm, typed),
  button(addAnywayButton, ({ w, who, data }) =>
    onTable({ w, who }, data, (adding) => ({ edit: say.echoLine(adding) })),
  ),
  button(addOtherDayButton, ({ w, who, data }) =>
    onTable({ w, who }, data, (_, form) => {
      keepForm(w, who.account, addForm, { ...form, asks: 'day' })
      return { edit: say.typeAddDay }
    }),
  ),
  button(addDayButton, choseDay),
]

function asks({ w, who, data: { branch } }: Turn<{ branch: OrganisationId }>): Reply {
  if (!keptBy(w, who, branch)) return { alert: changeRefused({ reason: 'notAllowed' }, '') }
  keepForm(w, who.account, addForm, { branch, stamp: 0, asks: 'line' })
  return { show: [say.askLine] }
}

function typed({ w, who, data, said }: Turn<AddForm>): Reply {
  const kept = keptBy(w, who, data.branch)
  if (!kept) {
    closeForm(w, who.account)
    return { show: [noLonger] }
  }
  const text = said.kind === 'text' ? said.text : ''
  const answer = data.asks === 'day' ? typedDay(w, kept, data, text) : undefined
  return { show: [answer ?? typedLine({ w, who }, kept, data, text)] }
}

function typedDay(w: Work, kept: Kept, data: AddForm, text: string): Message | undefined {
  const line = data.line === undefined ? undefined : readPerson(data.line)
  const read = line && dayIn(text, { now: w.now, zone: kept.branch.zone })
  return read && say.echoDay({ ...data, line, today: kept.today }, read.day)
}

function typedLine({ w, who }: Visit, kept: Kept, data: AddForm, text: string): Message {
  const line = readPerson(text)
  if (!line) return data.asks === 'day' ? say.typeAddDay : say.lineUnreadable
  const stamp = data.stamp + 1
  keepForm(w, who.account, addForm, { branch: data.branch, stamp, asks: 'line', line: text })
  const adding = { branch: data.branch, stamp, line, today: kept.today }
  const known = knownAs(w, kept, line)
  if (!known) return say.echoLine(adding)
  return say.knownAlready(adding, { person: known.person.person, isThere: known.isThere })
}

/** The line the newest message is about; older messages do nothing. */
function onTable(
  { w, who }: Visit,
  { branch, stamp }: OnTable,
  reply: (adding: say.Adding, form: AddForm) => Reply,
): Reply {
  const kept = keptBy(w, who, branch)
  if (!kept) return { alert: changeRefused({ reason: 'notAllowed' }, '') }
  const form = openForm(w, who.account, addForm)
  const line = form?.line === undefined ? undefined : readPerson(form.line)
  if (!form || !line || form.branch !== branch || form.stamp !== stamp) {
    return { alert: say.addStale }
  }
  return reply({ branch, stamp, line, today: kept.today }, form)
}

function choseDay({ w, who, data }: Turn<OnTable & { day: string }>): Reply {
  const { branch, day } = data
  return onTable({ w, who }, data, ({ line, today }) => {
    if (!isDay(day)) return { alert: say.addStale }
    const outcome = addPerson(w, who, { branch, line, day })
    if (!outcome.ok) return { alert: say.addStale }
    closeForm(w, who.account)
    const { person, way } = outcome
    const said = `已加入名册，${onDay(day, today)}起在本支部`
    const facts = { branch, person, name: line.name, today }
    return { edit: receipt(facts, { said, what: 'add', way, minute: minuteOf(w.now) }) }
  })
}
