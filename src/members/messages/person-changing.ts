// Changing something about one person: to what, from which day, and what follows.

import { type Html, html, joined } from '../../kernel/html.ts'
import type { Button, Message } from '../../kernel/message.ts'
import type { Day } from '../../kernel/time.ts'
import { partyGroupsButton } from '../buttons/party-groups.ts'
import {
  confirmButton,
  fromDayButton,
  otherDayButton,
  personButton,
  valueButton,
} from '../buttons/person.ts'
import { spokenExemption, spokenOffice, spokenStanding } from '../messages.ts'
import type { Draft, What } from '../rules/change.ts'
import { type DayChoice, monthsLater, usualDays, yearBefore } from '../rules/change-days.ts'
import { exemptionKinds, standings } from '../rules.ts'
import type { PartyGroup } from '../store/party-groups.ts'
import type { PersonFacts } from '../store/person.ts'
import { onDay } from './days.ts'
import { inRows } from './picking.ts'

export const spokenChoice: Record<DayChoice['words'], string> = {
  today: '今天起',
  thisMonth: '本月1日起',
  nextMonth: '下月1日起',
}

export type Facts = Pick<PersonFacts, 'branch' | 'person' | 'name' | 'today'>

export function whichStanding(facts: PersonFacts): Message {
  const others = standings.filter((one) => one !== facts.standing?.standing)
  return choices(facts, html`${facts.name}：改为哪种身份？`, 'standing', [
    ...others.map((one) => ({ label: spokenStanding[one], value: one })),
  ])
}

export function whichExemption(facts: PersonFacts): Message {
  const question = html`${facts.name}：因为什么免到？免到期间照样收到通知，不计入应到，来了照样记。`
  const kinds = exemptionKinds.map((one) => ({ label: spokenExemption[one], value: one }))
  return choices(facts, question, 'exempt', kinds)
}

export function whichGroup(facts: PersonFacts, groups: readonly PartyGroup[]): Message {
  const others = groups.filter(({ id }) => id !== facts.partyGroup?.id)
  const none = facts.partyGroup ? [{ label: '不编组', value: 'none' }] : []
  const asked = choices(facts, html`${facts.name}：编入哪个党小组？`, 'group', [
    ...others.map(({ id, name }) => ({ label: name, value: String(id) })),
    ...none,
  ])
  if (others.length > 0) return asked
  const { branch } = facts
  const all = { label: '👥 党小组', data: partyGroupsButton.data({ branch }) }
  return {
    text: html`没有别的党小组可选。可以先到“党小组”里新建。`,
    buttons: [...(asked.buttons ?? []), [all]],
  }
}

interface Choice {
  label: string
  value: string
}

function choices(facts: Facts, text: Html, what: What, all: readonly Choice[]): Message {
  const { branch, person } = facts
  const buttons = all.map(({ label, value }) => ({
    label,
    data: valueButton.data({ branch, person, what, value }),
  }))
  return { text, buttons: [...inRows(buttons), [backTo(facts)]] }
}

/** From which day; `leavesOn` when it was said ahead that they leave. */
export function whichDay(facts: Facts, draft: Draft, leavesOn?: Day): Message {
  if (draft.what === 'until') return whichEnd(facts, draft)
  const { branch, person, today } = facts
  const data = (day: Day) => fromDayButton.data({ branch, person, ...draft, day })
  const days = usualDays(today).map(({ words, day }) => ({
    label: spokenChoice[words],
    data: data(day),
  }))
  const stays: Button[] = leavesOn ? [{ label: '不转出了', data: data('open') }] : []
  return {
    text: html`${facts.name}同志${questionOf[draft.what]}，从哪天起？`,
    buttons: [...inRows([...days, otherDay(facts, draft), ...stays]), [backTo(facts)]],
  }
}

const questionOf: Record<Exclude<What, 'until'>, string> = {
  standing: '改身份',
  group: '调整党小组',
  kind: '改组织关系',
  exempt: '免到',
  resume: '恢复应到',
  leave: '转出',
  rejoin: '再次转入',
}

function whichEnd(facts: Facts, draft: Draft): Message {
  const { branch, person } = facts
  const from = draft.value.split('.')[1] ?? facts.today
  const until = (day: string) => fromDayButton.data({ branch, person, ...draft, day })
  const after = [1, 3, 6].map((count) => ({
    label: `${count}个月后`,
    data: until(monthsLater(from, count)),
  }))
  return {
    text: html`${facts.name}同志从${onDay(from, facts.today)}起免到，从哪天起恢复应到？`,
    buttons: [
      [{ label: '直到另行说明', data: until('open') }],
      after,
      [otherDay(facts, draft)],
      [backTo(facts)],
    ],
  }
}

/** The day is to be typed. */
export function typeDay(facts: Facts, draft: Draft): Message {
  return {
    text: html`请发日期，例如：12月15日，或 2026-12-15。`,
    buttons: [[{ label: '返回', data: valueButton.data({ ...aboutOf(facts), ...draft }) }]],
  }
}

export const dayUnreadable: Message = {
  text: html`没看懂是哪一天。可以这样写：12月15日，或 2026-12-15。`,
}

export const noLonger: Message = { text: html`名册由本支部书记管理。看名册：/members` }

export interface Echo {
  draft: Draft
  /** The change, said for the day. */
  said: string
  day: Day
}

/** What was understood of a typed day; without a year the one before may be meant, too. */
export function echo(facts: Facts, { draft, said, day }: Echo, yearAssumed: boolean): Message {
  const { today } = facts
  const data = (on: Day) => fromDayButton.data({ ...aboutOf(facts), ...draft, day: on })
  const before = yearBefore(day)
  const label = (on: Day) => (yearAssumed ? `${on.slice(0, 4)}年的` : '就这样')
  const days = yearAssumed ? [day, before] : [day]
  return {
    text: html`请核对：${facts.name}同志${said}${yearAssumed ? `（${onDay(day, today)}）` : ''}。`,
    buttons: [
      days.map((on) => ({ label: label(on), data: data(on) })),
      [{ label: '换个日期', data: otherDayButton.data({ ...aboutOf(facts), ...draft }) }],
      [backTo(facts)],
    ],
  }
}

/** Asked once before somebody leaves, with what follows. */
export function confirmLeaving(facts: PersonFacts, day: Day): Message {
  const { branch, person, name, offices, today } = facts
  const draft = { what: 'leave', value: '-' } as const
  const held = offices.map((office) => spokenOffice[office]).join('、')
  return {
    text: joined([
      html`${name}同志从 <b>${onDay(day, today)}</b> 起转出本支部？`,
      html`· 以往的签到、请假和体会都保留，旧签到表不变`,
      html`· 从那天起不再应到，也不再收到提醒`,
      held ? html`· 职务随之结束：${held}` : undefined,
      html`24 小时内可以撤销，以后也可以再次转入。`,
    ]),
    buttons: [
      [
        {
          label: '确认转出',
          data: confirmButton.data({ branch, person, ...draft, day }),
          style: 'danger',
        },
        { label: '返回', data: personButton.data({ branch, person }) },
      ],
    ],
  }
}

/** Back to the card without a change. */
function backTo(facts: Facts): Button {
  return { label: '返回', data: personButton.data(aboutOf(facts)) }
}

function otherDay(facts: Facts, draft: Draft): Button {
  return { label: '其他日期', data: otherDayButton.data({ ...aboutOf(facts), ...draft }) }
}

function aboutOf({ branch, person }: Facts) {
  return { branch, person }
}
