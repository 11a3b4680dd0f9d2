// The question of the step an opening is at; asked again when somebody comes back.

import type { Message } from '../../kernel/message.ts'
import type { Who } from '../../kernel/who.ts'
import type { Work } from '../../platform/store/work.ts'
import { type Opening, titleOf } from '../actions.ts'
import { defaultsPlease, rulePlease } from '../messages/steps.ts'
import { codePlease, namePlease } from '../messages.ts'
import { organiserPicker, selfPicker } from './choosing.ts'
import { rosterQuestion } from './roster.ts'

/** What is asked at this step; names come in pages, from 0. */
export function question(w: Work, who: Who, opening: Opening, page = 0): Message {
  const { branch, step, chat } = opening
  switch (step) {
    case 'code':
      return codePlease(titleOf(w, chat))
    case 'name':
      return namePlease(branch, titleOf(w, chat))
    case 'roster':
      return rosterQuestion(w, who, branch)
    case 'self':
      return selfPicker.ask({ w, who }, { branch, object: 0 }, page)
    case 'rule':
      return rulePlease(branch)
    case 'defaults':
      return defaultsPlease(branch)
    case 'organiser':
      return organiserPicker.ask({ w, who }, { branch, object: 0 }, page)
  }
}
