// What the others are told when an office is answered, withdrawn, begins or stays empty.

import { html } from '../../kernel/html.ts'
import type { Message } from '../../kernel/message.ts'
import type { Day } from '../../kernel/time.ts'
import { endOfficeButton } from '../buttons/offices.ts'
import { type PostSaid, spokenFrom, spokenPost } from './office-words.ts'

export interface Answered extends PostSaid {
  name: string
  on: Day
  today: Day
}

/** To whoever asked: yes. */
export function accepted({ name, on, today, ...post }: Answered): Message {
  return {
    text: html`${name}同志同意担任${spokenPost(post)}，${spokenFrom(on, today)}。看职务：/members`,
  }
}

export function declined(name: string, post: PostSaid): Message {
  return { text: html`${name}同志这次不方便担任${spokenPost(post)}。可以另请一位：/members` }
}

/** To the secretary who goes, about an office that passes on at once. */
export function handedOverNow(name: string): Message {
  return {
    text: html`${name}同志已接任书记，从现在起。没办完的事都转过去了；您自己的事照旧，发 /me 看。谢谢您这段时间的付出。`,
  }
}

/** The same about a day to come; until then it can be taken back. */
export function handsOverOn({ name, on, today }: Answered, period: number): Message {
  return {
    text: html`${name}同志同意接任书记，${spokenFrom(on, today)}。在那之前您还是书记，可以收回。`,
    buttons: [[{ label: '收回移交…', data: endOfficeButton.data({ period, sure: 'ask' }) }]],
  }
}

/** To whoever was asked. */
export function withdrawnFromYou(by: string, post: PostSaid): Message {
  return { text: html`${by}收回了请您担任${spokenPost(post)}的邀请，不用答复了。` }
}

/** On the day, to whoever begins. */
export function beginsToday(post: PostSaid): Message {
  return {
    text: html`从今天起您担任${spokenPost(post)}。发 /help 看能办什么，发 /todo 看等着办的事。`,
  }
}

/** On the day, to the secretary who goes. */
export function handedOverToday(name: string): Message {
  return {
    text: html`从今天起书记由${name}同志担任，没办完的事都转过去了；您自己的事照旧，发 /me 看。谢谢您这段时间的付出。`,
  }
}

/** To the secretary, when nobody answered. */
export function unanswered(name: string, post: PostSaid): Message {
  return {
    text: html`请${name}同志担任${spokenPost(post)}的邀请 14 天没有答复，已经作废。可以再请一次，或另请一位：/members`,
  }
}

/** To those who organise in a branch without a secretary. */
export const nobodyLeads: Message = {
  text: html`支部现在没有书记，已有的记录都在。请要接任的同志向管理员要一个启用码，再在支部群里发 /start，点“我来接任”。`,
}
