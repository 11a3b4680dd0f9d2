// What is said when somebody asks for a correction, and when it is answered.

import { type Html, html } from '../../kernel/html.ts'
import type { CorrectionId, OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import { personButton } from '../../members/buttons/person.ts'
import {
  answerCorrectionButton,
  deskButton,
  seeCorrectionButton,
  withdrawCorrectionButton,
} from '../buttons.ts'

export const whatIsWrong: Message = {
  text: html`请写下哪里不对、应该是什么，例如：我 9 月已经转正了。
我会转给管名册的同志，办好了告诉您。不写了发“取消”。`,
}

export const correctionInWords: Message = { text: html`请用文字写，一两句话就行。` }

export function correctionSent(id: CorrectionId, told: string | undefined): Message {
  const whom = told ? `已转给${told}同志` : '支部有人管名册时就能看到'
  return {
    text: html`记下了，${whom}，有结果会告诉您。`,
    buttons: [[{ label: '撤回', data: withdrawCorrectionButton.data({ correction: id }) }]],
  }
}

export const correctionWithdrawn: Message = { text: html`已撤回，没有再转给别人。` }
export const tooManyOpen: Message = {
  text: html`您前面提出的还没有答复，等有了结果再提，或者直接找管名册的同志。`,
}
export const youKeepTheRoster: Message = {
  text: html`名册就由您管，发 /members 可以直接改。`,
}
export const notOnARoster: Message = {
  text: html`您现在不在支部的名册上，请直接联系支部书记。`,
}

export interface CorrectionAsked {
  id: CorrectionId
  branch: OrganisationId
  person: PersonId
  name: string
  text: string
}

/** To whoever keeps the roster. */
export function correctionAsked({ id, branch, person, name, text }: CorrectionAsked): Message {
  const answer = (said: 'yes' | 'no') =>
    answerCorrectionButton.data({ correction: id, answer: said })
  return {
    text: html`${name}同志说自己的资料有误：
“${text}”
核对后请在名册里改好，再点“已更正”。`,
    buttons: [
      [{ label: '看名册里的资料', data: personButton.data({ branch, person }) }],
      [
        { label: '已更正', data: answer('yes') },
        { label: '不更正…', data: answer('no') },
      ],
    ],
  }
}

export function correctionWaits(id: CorrectionId, name: string): { line: Html; button: Button } {
  return {
    line: html`${name}同志请更正自己的资料`,
    button: { label: `看看${name}的更正`, data: seeCorrectionButton.data({ correction: id }) },
  }
}

interface Button {
  label: string
  data: string
}

export const whyNot: Message = {
  text: html`请写一句为什么不更正，我转告本人。不写了发“取消”。`,
}

export function answered(name: string, declinedWith: string | undefined): Message {
  if (declinedWith === undefined) return { text: html`已更正 ✅ 已告诉${name}同志。` }
  return { text: html`已答复${name}同志：${declinedWith}` }
}

/** To whoever had asked. */
export function correctionAnswered(text: string, declinedWith: string | undefined): Message {
  const result =
    declinedWith === undefined ? html`已更正 ✅` : html`没有更改。答复：${declinedWith}`
  return {
    text: html`您提出的“${text}”，${result}`,
    buttons: [[{ label: '我的资料', data: deskButton.data({ page: 'mine' }) }]],
  }
}

export const correctionGone = '这件事已经处理过了，或者本人撤回了。'
export const onlyRosterKeepers = '这是管名册的同志用的功能。'

/** The same said as a message, where there is nothing to press. */
export function spoken(text: string): Message {
  return { text: html`${text}` }
}
