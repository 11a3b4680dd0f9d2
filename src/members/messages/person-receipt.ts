// What was changed about one person, the way back, and why something cannot be.

import { html, joined } from '../../kernel/html.ts'
import type { Message } from '../../kernel/message.ts'
import type { Day } from '../../kernel/time.ts'
import { personButton, undoButton } from '../buttons/person.ts'
import { spokenStanding } from '../messages.ts'
import type { Alteration, ChangeRefusal, UndoRefusal, WayBack } from '../rules/change.ts'
import type { StandingPeriod } from '../store/standing.ts'
import { onDay } from './days.ts'
import { spokenSpell } from './person.ts'
import type { Facts } from './person-changing.ts'

export interface Receipt {
  said: string
  what: Alteration['what'] | 'add'
  way?: WayBack | undefined
  minute: number
  /** What is known ahead and follows later. */
  later?: string | false | undefined
}

/** What was done, and the way back. */
export function receipt(facts: Facts, { said, what, way, minute, later }: Receipt): Message {
  const { branch, person } = facts
  const about = { branch, person }
  const undo = way && {
    label: '撤销',
    data: undoButton.data({ ...about, what, row: way.row, before: way.before ?? '-', minute }),
  }
  const see = { label: `看${facts.name}`, data: personButton.data(about) }
  return {
    text: joined([html`✅ ${facts.name}同志${said}。`, later ? html`${later}` : undefined]),
    buttons: [[...(undo ? [undo] : []), see]],
  }
}

export function undone({ branch, person, name }: Facts, what: Receipt['what']): Message {
  return {
    text: joined([
      html`已撤销对${name}同志的这次更改。`,
      what === 'leave' ? html`原来的职务已经结束，需要的话请再点“请担任职务”。` : undefined,
    ]),
    buttons: [[{ label: `看${name}`, data: personButton.data({ branch, person }) }]],
  }
}

export const undoneAdding: Message = { text: html`已撤销，名册里没有这位同志了。` }

/** 12月15日起为预备党员 */
export function spokenChange(to: Alteration, from: Day | undefined, said: SpokenWith): string {
  const day = from === undefined ? '' : `${onDay(from, said.today)}起`
  switch (to.what) {
    case 'standing':
      return `${day}为${spokenStanding[to.standing]}`
    case 'group':
      return said.groupName === undefined ? `${day}不编组` : `${day}编入${said.groupName}`
    case 'kind':
      return to.kind === 'home' ? `${day}组织关系在本支部` : `${day}为流入党员，在原支部表决`
    case 'exempt':
      return `免到：${spokenSpell({ ...to, ...(from !== undefined && { untilOn: from }) }, said.today)}`
    case 'resume':
      return `${day}恢复应到`
    case 'leave':
      return from === undefined ? '不转出了' : `${day}转出本支部`
    case 'rejoin':
      return `${day}再次转入本支部`
  }
}

/** For an exemption whose end is still to be asked. */
export function spokenExempt(from: Day, today: Day): string {
  return `${onDay(from, today)}起免到`
}

export function spokenLater({ standing, fromOn }: StandingPeriod, today: Day): string {
  return `之后已经登记：${onDay(fromOn, today)}起为${spokenStanding[standing]}。`
}

export interface SpokenWith {
  today: Day
  groupName?: string | undefined
}

/** For a window over the chat. */
export function changeRefused(refusal: ChangeRefusal, today: Day): string {
  switch (refusal.reason) {
    case 'notAllowed':
      return '名册由本支部书记管理。'
    case 'gone':
      return '这条消息旧了，请从 /members 里重新打开。'
    case 'unchanged':
      return '本来就是这样，没有改动。'
    case 'overlaps':
      return `这段时间已经登记了免到：${spokenSpell(refusal, today)}。请先“恢复应到”，再登记新的。`
    case 'endsBefore':
      return '恢复应到的日子要在免到开始之后。'
    case 'beforeJoining':
      return `这位同志 ${onDay(refusal.joinedOn, today)}才到本支部，不能早于那天。`
    case 'secretary':
      return '书记要先把职务移交给另一位同志，再转出。'
    case 'stillHere':
      return '这位同志那天还在本支部。'
  }
}

export function undoRefused({ reason }: UndoRefusal): string {
  switch (reason) {
    case 'notAllowed':
      return '名册由本支部书记管理。'
    case 'tooLate':
      return '已经过了一天，不能直接撤销。请打开这位同志再改一次。'
    case 'gone':
    case 'used':
      return '后来又有变动，不能直接撤销。请打开这位同志再改一次。'
  }
}
