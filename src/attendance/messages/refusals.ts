// Why something is not possible, and what is: short enough for a toast.

import type { GoingRefusal } from '../rules/rsvp.ts'
import type { Occasion } from '../store/occasion.ts'
import { inShort } from './words.ts'

export const goneText = '这条消息旧了，请从最新的消息里操作。'
export const foreignText = '这不是您所在支部的活动。'

type Reason = Exclude<GoingRefusal['reason'], 'unclaimed'>

/** To somebody who answered an invitation or asked for leave. */
export function answerRefused(reason: Reason, occasion: Occasion | undefined): string {
  if (!occasion || reason === 'gone') return goneText
  switch (reason) {
    case 'foreign':
      return foreignText
    case 'notOnRoll':
      return `这是支部党员的报名。旁听请找${occasion.contact}登记列席。`
    case 'cancelled':
      return `${inShort(occasion)}已经取消了。`
    case 'over':
      return `${inShort(occasion)}的报名和请假已经结束。有事请找${occasion.contact}。`
  }
}

/** To somebody without the office. */
export function officeOnly(contact: string): string {
  return `这是书记和组织委员用的功能。需要帮忙可以联系${contact}。`
}
