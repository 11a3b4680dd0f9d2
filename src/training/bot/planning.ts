// Doors of the monthly rule: say it, check it, keep it.

import { goneText } from '../../attendance/messages/refusals.ts'
import type { AccountId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import { parseMonthlyRule } from '../../kernel/when/rule.ts'
import type { Work } from '../../platform/store/work.ts'
import {
  button,
  command,
  type Door,
  formStep,
  type Reply,
  type Turn,
} from '../../platform/telegram/door.ts'
import { closeForm, keepForm, openForm } from '../../platform/telegram/form.ts'
import { zoneOf } from '../../sessions/store.ts'
import { planMonthly } from '../actions/plan.ts'
import { dropPlanButton, type PlannedRule, planForm, savePlanButton } from '../buttons.ts'
import { askPlan, echoPlan, planDropped, planSaved, planUnclear } from '../messages/plan.ts'
import { upcomingStarts } from '../rules/plan.ts'
import { oneLine } from '../rules/sentence.ts'
import { currentPlan } from '../store.ts'
import { forManager, officeText } from './access.ts'

const shownDates = 3

export const planningDoors: readonly Door[] = [
  command('plan', {
    describes: '每月培训安排',
    words: ['每月安排'],
    needs: 'session.manage',
    run: ({ w, who, data: { args } }) =>
      forManager({ w, who }, who.branch, (branch) => {
        const state = kept(w, who.account, { branch })
        if (args) return { show: [hear(w, who.account, state, args)] }
        return { show: [askPlan(state.stamp, currentPlan(w, branch))] }
      }),
  }),
  formStep(planForm, ({ w, who, data, said }) => {
    if (said.kind === 'text') return { show: [hear(w, who.account, data, said.text)] }
    return { show: [planUnclear(data.stamp, { reason: 'noText', piece: '' })] }
  }),
  button(savePlanButton, (turn) => saved(turn, onTable(turn))),
  button(dropPlanButton, (turn) => {
    if (!onTable(turn)) return { toast: goneText }
    closeForm(turn.w, turn.who.account)
    return { edit: planDropped }
  }),
]

function hear(w: Work, account: AccountId, state: PlannedRule, text: string): Message {
  const { branch } = state
  const rule = parseMonthlyRule(text, { now: w.now, zone: zoneOf(w, state.branch) })
  if (!rule.ok) {
    const { stamp } = kept(w, account, { branch })
    return planUnclear(stamp, { piece: '', ...rule })
  }
  const { cron, durationMinutes: lengthMinutes } = rule
  const place = oneLine(rule.rest) || undefined
  const { stamp } = kept(w, account, { branch, cron, place, lengthMinutes })
  const zone = zoneOf(w, branch)
  const starts = upcomingStarts({ cron, zone, after: w.now, count: shownDates })
  return echoPlan({ stamp, cron, place, starts, zone, now: w.now })
}

function saved(turn: Turn<unknown>, state: PlannedRule | undefined): Reply {
  const { w, who } = turn
  if (!state?.cron) return { toast: goneText }
  const { branch, cron, place, lengthMinutes } = state
  const plan = { cron, ...(place && { place }), ...(lengthMinutes && { lengthMinutes }) }
  const planned = planMonthly(w, who, branch, plan)
  if (!planned.ok) {
    const isOffice = planned.reason === 'notAllowed'
    return isOffice ? { alert: officeText(turn, branch) } : { toast: goneText }
  }
  closeForm(w, who.account)
  return { edit: planSaved(planned.startsAt, zoneOf(w, branch), w.now) }
}

function onTable({ w, who, data }: Turn<{ stamp: number }>): PlannedRule | undefined {
  const state = openForm(w, who.account, planForm)
  return state?.stamp === data.stamp ? state : undefined
}

function kept(w: Work, account: AccountId, rule: Omit<PlannedRule, 'stamp'>): PlannedRule {
  const before = openForm(w, account, planForm)?.stamp ?? 0
  const next = { ...rule, stamp: Math.max(w.now.getTime(), before + 1) }
  keepForm(w, account, planForm, next)
  return next
}
