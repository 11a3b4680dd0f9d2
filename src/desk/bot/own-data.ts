// Doors to what is kept about oneself: look, have it corrected, take it along, unbind, have it erased.

import type { OrganisationId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import type { Who } from '../../kernel/who.ts'
import { settingDefaults } from '../../organisation/rules.ts'
import { settingsOf } from '../../organisation/store/settings.ts'
import { branchById } from '../../organisation/store.ts'
import type { Feature } from '../../platform/feature.ts'
import type { Work } from '../../platform/store/work.ts'
import { button, type Door, type Reply, type Turn } from '../../platform/telegram/door.ts'
import { keepForm } from '../../platform/telegram/form.ts'
import { exportOwn } from '../actions/exporting.ts'
import { erase, mayLeave, unbind } from '../actions/leaving.ts'
import { ownPageOf } from '../actions/own-page.ts'
import { retire } from '../actions/retiring.ts'
import { askSure, takeSure } from '../actions/sure.ts'
import { correctionForm, ownButton, sureButton } from '../buttons.ts'
import { notOnARoster, whatIsWrong } from '../messages/corrections.ts'
import * as say from '../messages/own-data.ts'
import { retired } from '../messages/retiring.ts'
import { onlyForSecretary } from '../messages/settings.ts'
import { welcomeStranger } from '../messages.ts'

type Visit = Pick<Turn<unknown>, 'w' | 'who'>
type Deed = 'unbind' | 'erase' | 'retire'

export function ownDoors(slices: readonly Feature[]): readonly Door[] {
  return [
    button(ownButton, ({ w, who, data }) =>
      who.person === undefined ? { show: [welcomeStranger] } : asked[data.deed]({ w, who }),
    ),
    button(sureButton, (turn) => confirmed(turn, slices)),
  ]
}

/** 我的资料 */
export function ownPage({ w, who }: Visit): Message {
  const page = ownPageOf(w, who)
  return page ? say.ownPage(page) : welcomeStranger
}

const asked: Record<'correct' | 'export' | 'unbind' | 'erase', (visit: Visit) => Reply> = {
  correct({ w, who }) {
    const branch = rosterOf(who)
    if (branch === undefined) return { show: [notOnARoster] }
    keepForm(w, who.account, correctionForm, { branch })
    return { show: [whatIsWrong] }
  },
  export({ w, who }) {
    const document = exportOwn(w, who)
    return document ? { toast: '正在整理', show: [document] } : {}
  },
  unbind: ({ w, who }) =>
    question(w, who, () => say.askUnbind(askSure(w, who, { deed: 'unbind' }))),
  erase: ({ w, who }) =>
    question(w, who, () => say.askErase(askSure(w, who, { deed: 'erase' }), monthsKept(w, who))),
}

/** Asks, unless a branch would be left without a secretary. */
function question(w: Work, who: Who, ask: () => Message): Reply {
  const free = mayLeave(w, who)
  if (free.ok) return { show: [ask()] }
  return free.reason === 'lastSecretary' ? handOver(w, free.branch) : { show: [welcomeStranger] }
}

function confirmed(turn: Turn<{ deed: Deed; stamp: number }>, slices: readonly Feature[]): Reply {
  const { w, who, data } = turn
  const open = takeSure(w, who, data)
  if (!open) return { alert: say.noLongerOpen }
  if (data.deed === 'retire') return stopped(turn, open.branch)
  const outcome = data.deed === 'erase' ? erase(w, who, slices) : unbind(w, who)
  if (outcome.ok) return { edit: data.deed === 'erase' ? say.erased : say.unbound }
  if (outcome.reason === 'lastSecretary') return handOver(w, outcome.branch)
  return { edit: welcomeStranger }
}

function stopped({ w, who }: Visit, branch: OrganisationId | undefined): Reply {
  const known = branch === undefined ? undefined : branchById(w, branch)
  if (!known) return { alert: say.noLongerOpen }
  const outcome = retire(w, who, known.id)
  if (!outcome.ok && outcome.reason === 'notAllowed') return { alert: onlyForSecretary }
  return { edit: retired(known) }
}

function handOver(w: Work, branch: OrganisationId): Reply {
  return { show: [say.handOverFirst(branch, branchById(w, branch)?.name ?? '支部')] }
}

/** The branch whose roster is meant. */
function rosterOf({ branch, memberOf }: Who): OrganisationId | undefined {
  return branch !== undefined && memberOf.includes(branch) ? branch : memberOf[0]
}

/** The longest that one of their branches keeps a name. */
function monthsKept(w: Work, { memberOf }: Who): number {
  const months = memberOf.map((branch) => settingsOf(w, branch).attendanceMonths)
  return Math.max(...(months.length > 0 ? months : [settingDefaults.attendanceMonths]))
}
