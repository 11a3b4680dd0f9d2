// Doors around offices held: who holds which, ending one, laying one's own down.

import type { OrganisationId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import { addMinutes, type Day, dayOn, type Zone } from '../../kernel/time.ts'
import { may, reaches, type Who } from '../../kernel/who.ts'
import { branchById } from '../../organisation/store.ts'
import type { Work } from '../../platform/store/work.ts'
import { button, type Door, type Reply, type Turn } from '../../platform/telegram/door.ts'
import { endable, endOffice } from '../actions/office-ending.ts'
import {
  endingsButton,
  endOfficeButton,
  officesButton,
  ownOfficesButton,
} from '../buttons/offices.ts'
import * as say from '../messages/offices.ts'
import type { EndRefusal } from '../rules/offices.ts'
import { type OfficePeriod, officesNowAndLater } from '../store/office-periods.ts'
import { openOffers } from '../store/offices.ts'
import { personById } from '../store.ts'

type Visit = Pick<Turn<unknown>, 'w' | 'who'>

export const officeDoors: readonly Door[] = [
  button(officesButton, ({ w, who, data: { branch } }) =>
    may(who, 'roster.manage', branch)
      ? { edit: officesPage({ w, who }, branch) }
      : { alert: say.onlyOfficeSees },
  ),
  button(endingsButton, ({ w, who, data: { branch } }) =>
    may(who, 'office.appoint', branch)
      ? { edit: say.whichEnds(branch, linesOf(w, branch)) }
      : { alert: say.onlySecretaryAppoints },
  ),
  button(ownOfficesButton, ({ w, who, data: { branch } }) =>
    reaches(who, branch) ? { show: [ownPage({ w, who }, branch)] } : { alert: say.notOfBranch },
  ),
  button(endOfficeButton, (turn) => (turn.data.sure === 'ask' ? asksFirst(turn) : ended(turn))),
]

/** Who holds which office, with what the reader may do about it. */
function officesPage({ w, who }: Visit, branch: OrganisationId): Message {
  const known = branchById(w, branch)
  const today = dayOn(w.now, known?.zone ?? '')
  const offered = openOffers(w, branch).map(({ id, person, ...post }) => ({
    ...post,
    offer: id,
    name: personById(w, person)?.name ?? '',
  }))
  const appoints = may(who, 'office.appoint', branch)
  const branchName = known?.name ?? ''
  return say.officesShown({
    branch,
    branchName,
    today,
    held: linesOf(w, branch),
    offered,
    appoints,
  })
}

function ownPage({ w, who }: Visit, branch: OrganisationId): Message {
  const own = officesNowAndLater(w, branch).filter(({ person }) => person === who.person)
  const zone = branchById(w, branch)?.zone ?? ''
  const lines = own.map((period) => lineOf(period, zone, w.now))
  return say.ownOffices(branch, lines, dayOn(w.now, zone))
}

function asksFirst({ w, who, data }: Turn<{ period: number }>): Reply {
  const outcome = endable(w, who, data.period)
  return outcome.ok
    ? { show: [say.sureToEnd(endingOf(w, who, outcome.period))] }
    : notEnded(outcome)
}

function ended({ w, who, data }: Turn<{ period: number }>): Reply {
  const outcome = endOffice(w, who, data.period)
  if (!outcome.ok) return notEnded(outcome)
  return { edit: say.endedReceipt(endingOf(w, who, outcome.period), outcome.told) }
}

function notEnded({ reason }: EndRefusal): Reply {
  if (reason === 'over') return { toast: say.officeIsOver }
  return { alert: reason === 'lastSecretary' ? say.handOverFirst : say.onlySecretaryAppoints }
}

function endingOf(w: Work, who: Who, period: OfficePeriod): say.Ending {
  const isAhead = period.fromAt > w.now
  return {
    ...period,
    period: period.id,
    own: period.person === who.person,
    isAhead,
    handsBack: isAhead && period.office === 'secretary',
  }
}

function linesOf(w: Work, branch: OrganisationId): say.HeldLine[] {
  const zone = branchById(w, branch)?.zone ?? ''
  return officesNowAndLater(w, branch).map((period) => lineOf(period, zone, w.now))
}

function lineOf(period: OfficePeriod, zone: Zone, now: Date): say.HeldLine {
  const { id, fromAt, untilAt } = period
  return {
    ...period,
    period: id,
    fromOn: dayOn(fromAt, zone),
    isAhead: fromAt > now,
    ...(untilAt && { lastOn: lastDay(untilAt, zone) }),
  }
}

function lastDay(untilAt: Date, zone: Zone): Day {
  return dayOn(addMinutes(untilAt, -1), zone)
}
