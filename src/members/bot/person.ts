// Doors to the people on the roster one by one: names, the card, a name put right, a reason written.

import { button, type Door, formStep, type Reply, type Turn } from '../../platform/telegram/door.ts'
import { closeForm, keepForm } from '../../platform/telegram/form.ts'
import { explainExemption } from '../actions/exemption.ts'
import { type About, type Kept, keptBy } from '../actions/managing.ts'
import { correctPerson } from '../actions/person-writing.ts'
import { personPicker } from '../actions/picking.ts'
import {
  browseButton,
  correctButton,
  correctForm,
  noteButton,
  noteForm,
  personButton,
} from '../buttons/person.ts'
import type { Picking } from '../buttons/picking.ts'
import { personCard } from '../messages/person.ts'
import { noLonger } from '../messages/person-changing.ts'
import { changeRefused } from '../messages/person-receipt.ts'
import * as say from '../messages/person-writing.ts'
import { isCurrent } from '../rules/membership.ts'
import { readCorrection } from '../rules/person-line.ts'
import { exemptionById } from '../store/exemptions.ts'
import { everyMembership, type Listed } from '../store/membership.ts'
import { about } from './person-changing.ts'

type Visit = Pick<Turn<unknown>, 'w' | 'who'>

/** Whom to look at: those on the roster, or those who left (object 1). */
const browser = personPicker({
  tag: 'mp.pk',
  people: ({ w, who }, { branch, object }) => {
    const kept = keptBy(w, who, branch)
    return kept && listed(everyMembership(w, branch), kept)[object === 1 ? 'left' : 'there']
  },
  question: (_, { object }) => say.whom(object === 1),
  chosen: ({ branch }, person) => personButton.data({ branch, person }),
  extra: ({ branch, object }, { w, who }) => {
    const kept = keptBy(w, who, branch)
    const someLeft = kept && listed(everyMembership(w, branch), kept).left.length > 0
    return say.belowNames(branch, object === 0 && someLeft === true)
  },
})

export const personDoors: readonly Door[] = [
  button(browseButton, ({ w, who, data: { branch, whom } }) =>
    browsed({ w, who }, { branch, object: whom === 'left' ? 1 : 0 }),
  ),
  button(personButton, ({ w, who, data }) =>
    about({ w, who }, data, (facts) => {
      closeForm(w, who.account)
      return { edit: personCard(facts) }
    }),
  ),
  button(correctButton, ({ w, who, data }) =>
    about({ w, who }, data, (facts) => {
      keepForm(w, who.account, correctForm, { branch: data.branch, person: data.person })
      return { edit: say.askCorrection(facts) }
    }),
  ),
  formStep(correctForm, corrected),
  button(noteButton, asksNote),
  formStep(noteForm, noted),
  ...browser.doors,
]

function browsed(visit: Visit, picking: Picking): Reply {
  const kept = keptBy(visit.w, visit.who, picking.branch)
  if (!kept) return { alert: changeRefused({ reason: 'notAllowed' }, '') }
  return { edit: browser.ask(visit, picking) }
}

/** Each person once: there if any membership lasts or lies ahead. */
function listed(all: readonly Listed[], { today }: Kept): { there: Listed[]; left: Listed[] } {
  const lasting = all.filter((one) => isCurrent(one, today))
  const there = new Map(lasting.map((one) => [one.person, one]))
  const left = new Map(
    all.flatMap((one) => (there.has(one.person) ? [] : [[one.person, one] as const])),
  )
  return { there: [...there.values()], left: [...left.values()] }
}

function corrected({ w, who, data, said }: Turn<About>): Reply {
  const read = said.kind === 'text' ? readCorrection(said.text) : undefined
  if (!read) return { show: [say.correctionUnreadable] }
  const outcome = correctPerson(w, who, { ...data, ...read })
  if (!outcome.ok) return { show: [say.correctionRefused(outcome)] }
  closeForm(w, who.account)
  return { show: [say.correctedReceipt(data, outcome)] }
}

function asksNote({ w, who, data }: Turn<Parameters<typeof noteButton.data>[0]>): Reply {
  const person = exemptionById(w, data.branch, data.exemption)?.person
  if (person === undefined) return { alert: changeRefused({ reason: 'gone' }, '') }
  return about({ w, who }, { branch: data.branch, person }, (facts) => {
    keepForm(w, who.account, noteForm, data)
    return { edit: say.askNote(facts) }
  })
}

function noted({ w, who, data, said }: Turn<Parameters<typeof noteButton.data>[0]>): Reply {
  if (said.kind !== 'text' || said.text.trim() === '') return { show: [say.noteUnreadable] }
  const outcome = explainExemption(w, who, { ...data, text: said.text })
  if (!outcome.ok) return { show: [noLonger] }
  closeForm(w, who.account)
  return { show: [say.notedReceipt(data.branch, outcome.exemption)] }
}
