// Doors of changing something about one person: to what, from which day, done, taken back.

import type { Day, Zone } from '../../kernel/time.ts'
import { parseWhen } from '../../kernel/when.ts'
import type { Work } from '../../platform/store/work.ts'
import { button, type Door, formStep, type Reply, type Turn } from '../../platform/telegram/door.ts'
import { closeForm, keepForm } from '../../platform/telegram/form.ts'
import { type About, keptBy } from '../actions/managing.ts'
import { alter, undoChange } from '../actions/person.ts'
import {
  alterButton,
  confirmButton,
  dayForm,
  fromDayButton,
  otherDayButton,
  undoButton,
  valueButton,
} from '../buttons/person.ts'
import * as say from '../messages/person-changing.ts'
import * as receipts from '../messages/person-receipt.ts'
import {
  type Alteration,
  alterationFrom,
  type Draft,
  minuteOf,
  type What,
} from '../rules/change.ts'
import { isDay } from '../rules/change-days.ts'
import { partyGroupsOf } from '../store/party-groups.ts'
import { type PersonFacts, personFacts } from '../store/person.ts'
import { standingsOf } from '../store/standing.ts'

type Visit = Pick<Turn<unknown>, 'w' | 'who'>
type Picked = About & Draft
type Dated = Picked & { day: string }

export const personChangingDoors: readonly Door[] = [
  button(alterButton, asksWhat),
  button(valueButton, ({ w, who, data }) =>
    about({ w, who }, data, (facts) => ({ edit: say.whichDay(facts, data, leavesOn(facts)) })),
  ),
  button(otherDayButton, asksDay),
  formStep(dayForm, typedDay),
  button(fromDayButton, choseDay),
  button(confirmButton, ({ w, who, data }) =>
    about({ w, who }, data, (facts) => changed({ w, who }, facts, data)),
  ),
  button(undoButton, undid),
]

/** Answers about somebody of a roster that is theirs to keep. */
export function about(
  { w, who }: Visit,
  { branch, person }: About,
  reply: (facts: PersonFacts) => Reply,
): Reply {
  const kept = keptBy(w, who, branch)
  if (!kept) return { alert: receipts.changeRefused({ reason: 'notAllowed' }, '') }
  const facts = personFacts(w, { branch, person, today: kept.today })
  if (!facts) return { alert: receipts.changeRefused({ reason: 'gone' }, kept.today) }
  return reply(facts)
}

function asksWhat({ w, who, data }: Turn<About & { what: What }>): Reply {
  return about({ w, who }, data, (facts) => {
    switch (data.what) {
      case 'standing':
        return { edit: say.whichStanding(facts) }
      case 'exempt':
        return { edit: say.whichExemption(facts) }
      case 'group':
        return { edit: say.whichGroup(facts, partyGroupsOf(w, data.branch)) }
      default:
        return { edit: say.whichDay(facts, draftOf(facts, data.what), leavesOn(facts)) }
    }
  })
}

/** What leaves nothing to choose but the day. */
function draftOf({ membership, next, exemptions }: PersonFacts, what: What): Draft {
  const { kind } = next ?? membership
  if (what === 'kind') return { what, value: kind === 'home' ? 'receiving' : 'home' }
  if (what === 'resume') return { what, value: String(exemptions[0]?.id ?? 0) }
  return { what, value: '-' }
}

function leavesOn({ place, membership, next }: PersonFacts): string | undefined {
  return place === 'left' ? undefined : (next ?? membership).untilOn
}

function asksDay({ w, who, data }: Turn<Picked>): Reply {
  return about({ w, who }, data, (facts) => {
    const { branch, person, what, value } = data
    keepForm(w, who.account, dayForm, { branch, person, what, value })
    return { edit: say.typeDay(facts, data) }
  })
}

function typedDay({ w, who, data, said }: Turn<Picked>): Reply {
  const kept = keptBy(w, who, data.branch)
  const facts = kept && personFacts(w, { ...data, today: kept.today })
  if (!kept || !facts) return { show: [say.noLonger] }
  const read = dayIn(said.text, { now: w.now, zone: kept.branch.zone })
  if (!read) return { show: [say.dayUnreadable] }
  closeForm(w, who.account)
  const { day, yearAssumed } = read
  const meant = spokenDraft(w, facts, { ...data, day })
  return { show: [say.echo(facts, { draft: data, said: meant, day }, yearAssumed)] }
}

/** A day alone; one that is past is as good here. */
export function dayIn(
  text: string,
  context: { now: Date; zone: Zone },
): { day: Day; yearAssumed: boolean } | undefined {
  const when = parseWhen(text, context)
  if (!when.ok && when.reason !== 'past') return undefined
  const reading = when.ok ? when : when.reading
  if (!reading.timeMissing) return undefined
  return { day: reading.day, yearAssumed: reading.doubts.includes('yearAssumed') }
}

function choseDay({ w, who, data }: Turn<Dated>): Reply {
  const { what, value, day } = data
  return about({ w, who }, data, (facts) => {
    if (what === 'exempt' && isDay(day)) {
      return { edit: say.whichDay(facts, { what: 'until', value: `${value}.${day}` }) }
    }
    if (what === 'leave' && isDay(day)) return { edit: say.confirmLeaving(facts, day) }
    return changed({ w, who }, facts, data)
  })
}

function changed({ w, who }: Visit, facts: PersonFacts, data: Dated): Reply {
  const { branch, person } = data
  const to = alterationFrom(data)
  if (!to || (data.day !== 'open' && !isDay(data.day))) {
    return { alert: receipts.changeRefused({ reason: 'gone' }, facts.today) }
  }
  const day = data.day === 'open' ? undefined : data.day
  const outcome = alter(w, who, { branch, person, to, day })
  if (!outcome.ok) return { alert: receipts.changeRefused(outcome, facts.today) }
  const from = to.what === 'exempt' || day === undefined ? day : outcome.fromOn
  const done = {
    said: spoken(w, facts, to, from),
    what: to.what,
    way: outcome.way,
    minute: minuteOf(w.now),
    later: to.what === 'standing' && laterStanding(w, facts, outcome.fromOn),
  }
  return { edit: receipts.receipt(facts, done) }
}

function laterStanding(w: Work, { branch, person, today }: PersonFacts, day: Day) {
  const later = standingsOf(w, branch, person).find(({ fromOn }) => fromOn > day)
  return later && receipts.spokenLater(later, today)
}

function undid({ w, who, data }: Turn<Parameters<typeof undoButton.data>[0]>): Reply {
  const { branch, person, what, row, before, minute } = data
  const way = { row, ...(before !== '-' && { before }) }
  const outcome = undoChange(w, who, { branch, person, what, way, minute })
  if (!outcome.ok) return { alert: receipts.undoRefused(outcome) }
  if (what === 'add') return { edit: receipts.undoneAdding }
  return about({ w, who }, data, (facts) => ({ edit: receipts.undone(facts, what) }))
}

function spoken(w: Work, facts: PersonFacts, to: Alteration, from: Day | undefined): string {
  const groups = partyGroupsOf(w, facts.branch)
  const groupName = to.what === 'group' && groups.find(({ id }) => id === to.group)?.name
  return receipts.spokenChange(to, from, { today: facts.today, ...(groupName && { groupName }) })
}

function spokenDraft(w: Work, facts: PersonFacts, { day, ...draft }: Draft & { day: Day }): string {
  const to = alterationFrom(draft)
  return to ? spoken(w, facts, to, day) : receipts.spokenExempt(day, facts.today)
}
