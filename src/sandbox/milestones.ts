// How far a branch has come, judged by what the bot has said and Telegram has taken.

import type { JournalEntry } from './journal.ts'
import type { World } from './world.ts'

interface Said {
  text: string
  buttons: string
  inGroup: boolean
  method: string
}

const marks = {
  /** The code was right. */
  confirmed: ({ text }) => text.includes('已确认，您是本支部的书记'),
  opened: ({ text }) => text.includes('开通完成'),
  claimed: ({ text }) => text.includes('认领成功'),
  announced: ({ text, inGroup }) => inGroup && text.startsWith('📚'),
  answered: ({ text, inGroup }) =>
    inGroup ? /已报名 <b>[1-9]/.test(text) : /请假：.*已提交/s.test(text),
  checkInOpen: ({ buttons, inGroup }) => inGroup && buttons.includes('签到'),
  checkedIn: ({ text }) => /签到成功|已签到（/.test(text),
  summedUp: ({ text }) => text.includes('签到小结'),
  closed: ({ buttons }) => buttons.includes('确认并锁定'),
  locked: ({ text }) => text.includes('已确认并锁定'),
  // Not the blank roster, and not what somebody takes along of their own.
  exported: ({ method, text }) => method === 'sendDocument' && text.includes('台账'),
} satisfies Record<string, (said: Said) => boolean>

export type Milestone = keyof typeof marks

/** What has been reached, kept up to date as long as the world lasts. */
export function watchMilestones(world: World): ReadonlySet<Milestone> {
  const reached = new Set<Milestone>()
  world.subscribe((event) => {
    if (event.kind !== 'called' || !event.entry.outcome.ok) return
    const said = saidIn(event.entry)
    for (const [name, isReached] of Object.entries(marks)) {
      if (isReached(said)) reached.add(name as Milestone)
    }
  })
  return reached
}

function saidIn({ method, params }: JournalEntry): Said {
  const { text, caption, chat_id, reply_markup } = params
  return {
    method,
    text: String(text ?? caption ?? ''),
    buttons: JSON.stringify(reply_markup ?? ''),
    inGroup: Number(chat_id) < 0,
  }
}
