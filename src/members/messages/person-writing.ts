// Putting one person on the roster by hand, a name right, a few words to an exemption.

import { type Html, html, joined } from '../../kernel/html.ts'
import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Button, Message } from '../../kernel/message.ts'
import {
  addAnywayButton,
  addDayButton,
  addOtherDayButton,
  alterButton,
  browseButton,
  correctButton,
  personButton,
  rosterButton,
} from '../buttons/person.ts'
import { spokenStanding } from '../messages.ts'
import { usualDays } from '../rules/change-days.ts'
import type { NewPerson } from '../rules/person-line.ts'
import type { Exemption } from '../store/exemptions.ts'
import type { PersonFacts } from '../store/person.ts'
import type { Person } from '../store.ts'
import { onDay } from './days.ts'
import { type Facts, spokenChoice } from './person-changing.ts'
import { inRows } from './picking.ts'

export function whom(left: boolean): Html {
  return left ? html`已转出的同志。要看哪一位？` : html`要看哪一位？`
}

export function belowNames(
  branch: OrganisationId,
  someLeft: boolean,
): readonly (readonly Button[])[] {
  const left = { label: '已转出的同志', data: browseButton.data({ branch, whom: 'left' }) }
  const back = { label: '◀ 名册', data: rosterButton.data({ branch }) }
  return [[...(someLeft ? [left] : []), back]]
}

export const askLine: Message = {
  text: joined([
    html`请发一行：姓名、手机后四位、身份，例如：`,
    html`<code>李晓雯 6281 预备</code>`,
    html`没写身份就是正式党员；流入党员再加“流入”两个字。不加了就发“取消”。`,
  ]),
}

export const lineUnreadable: Message = {
  text: html`没读出一位同志。请发一行，例如：李晓雯 6281 预备。`,
}

export interface Adding {
  branch: OrganisationId
  stamp: number
  line: NewPerson
  today: string
}

/** What was read, and from which day it counts. */
export function echoLine({ branch, stamp, line, today }: Adding): Message {
  const days = usualDays(today).map(({ words, day }) => ({
    label: spokenChoice[words],
    data: addDayButton.data({ branch, stamp, day }),
  }))
  const other = { label: '其他日期', data: addOtherDayButton.data({ branch, stamp }) }
  return {
    text: joined([
      html`请核对：<b>${line.name}</b>　${line.phoneTail ? `尾号 ··${line.phoneTail.slice(-2)}` : '没有尾号'}`,
      html`${spokenStanding[line.standing]}，${line.kind === 'home' ? '组织关系在本支部' : '流入党员，在原支部表决'}`,
      html`从哪天起在本支部？写错了就再发一行。`,
    ]),
    buttons: [
      ...inRows([...days, other]),
      [{ label: '返回', data: rosterButton.data({ branch }) }],
    ],
  }
}

/** A typed day, to be looked at. */
export function echoDay({ branch, stamp, line, today }: Adding, day: string): Message {
  return {
    text: html`请核对：${line.name}，${onDay(day, today)}起在本支部。`,
    buttons: [
      [
        { label: '就这样', data: addDayButton.data({ branch, stamp, day }) },
        { label: '换个日期', data: addOtherDayButton.data({ branch, stamp }) },
      ],
    ],
  }
}

export const typeAddDay: Message = { text: html`请发日期，例如：12月15日，或 2026-12-15。` }

/** Somebody of that name is or was there. */
export function knownAlready(
  { branch, stamp, line }: Adding,
  { person, isThere }: { person: PersonId; isThere: boolean },
): Message {
  const see = { label: `看${line.name}`, data: personButton.data({ branch, person }) }
  if (isThere) {
    return {
      text: html`名册里已经有 ${line.name} 了。要是另一位同名的同志，请带上后四位再发一次。`,
      buttons: [[see]],
    }
  }
  const back = alterButton.data({ branch, person, what: 'rejoin' })
  return {
    text: html`${line.name}同志以前在本支部，已经转出。是这位同志回来了吗？`,
    buttons: [
      [
        { label: '是，再次转入', data: back },
        { label: '是另一位', data: addAnywayButton.data({ branch, stamp }) },
      ],
    ],
  }
}

export const addStale = '这条消息旧了，请再发一次这位同志的姓名和后四位。'

export function askCorrection({ branch, person, name }: Facts): Message {
  return {
    text: html`${name}：请发对的姓名，或手机后四位，或两样一起，例如：李晓雯 6281。旧签到表上的名字会一起改过来。`,
    buttons: [[{ label: '返回', data: personButton.data({ branch, person }) }]],
  }
}

export const correctionUnreadable: Message = {
  text: html`没读出姓名或后四位。请发一行，例如：李晓雯 6281。`,
}

type CorrectionRefused =
  | { reason: 'notAllowed' | 'gone' | 'unchanged' }
  | { reason: 'taken'; name: string }

export function correctionRefused(refusal: CorrectionRefused): Message {
  switch (refusal.reason) {
    case 'notAllowed':
      return { text: html`名册由本支部书记管理。` }
    case 'gone':
      return { text: html`这位同志已经不在名册里了。` }
    case 'unchanged':
      return { text: html`本来就是这样，没有改动。` }
    case 'taken':
      return { text: html`名册里已经有一位 ${refusal.name}，后四位分不开。请带上后四位再发一次。` }
  }
}

export function correctedReceipt(
  about: { branch: OrganisationId; person: PersonId },
  { before, after }: { before: Person; after: Person },
): Message {
  return {
    text: html`✅ 已改：${inFull(before)} → ${inFull(after)}。`,
    buttons: [
      [
        { label: '再改', data: correctButton.data(about) },
        { label: `看${after.name}`, data: personButton.data(about) },
      ],
    ],
  }
}

function inFull({ name, phoneTail }: Person): string {
  return phoneTail ? `${name} ··${phoneTail.slice(-2)}` : name
}

export function askNote({ branch, person, name }: PersonFacts): Message {
  return {
    text: html`${name}免到的情况，请写一句。只有管理名册的同志看得到。不写了就返回。`,
    buttons: [[{ label: '返回', data: personButton.data({ branch, person }) }]],
  }
}

export const noteUnreadable: Message = { text: html`请用文字写一句。` }

export function notedReceipt(branch: OrganisationId, { person }: Exemption): Message {
  return {
    text: html`✅ 记下了，只有管理名册的同志看得到。`,
    buttons: [[{ label: '返回', data: personButton.data({ branch, person }) }]],
  }
}
