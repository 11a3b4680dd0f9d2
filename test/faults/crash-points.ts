// Ends this very process at a chosen point of its work, the way a power cut would.

import type { OpenData } from '../../src/platform/store/data.ts'
import type { Telegram } from '../../src/platform/telegram/sender.ts'

/**
 * `beforeCommit`, `afterCommit`: of an update's transaction; the offset is confirmed only later.
 * `afterClaim`: a letter is taken but has not left. `afterSend`: it arrived, nobody wrote it down.
 */
export const crashPoints = ['beforeCommit', 'afterCommit', 'afterClaim', 'afterSend'] as const
export type CrashPoint = (typeof crashPoints)[number]

/** Ends the process when `point` is reached for the `left`-th time. */
export interface Trap {
  point: CrashPoint
  left: number
}

/** Says that a point is reached. */
export type Reach = (point: CrashPoint) => void

/** What may end this process; nothing does until a trap is laid. */
export function createTraps(): { lay(trap: Trap): void; reach: Reach } {
  let trap: Trap | undefined
  return {
    lay(next) {
      trap = next
    },
    reach(point) {
      if (trap?.point !== point) return
      trap.left -= 1
      if (trap.left <= 0) process.kill(process.pid, 'SIGKILL')
    },
  }
}

/** Reports the ends of transactions in which an update was noted. */
export function watchUpdates({ database, raw }: OpenData, reach: Reach): void {
  const transaction = database.transaction.bind(database)
  const noted = raw.prepare('SELECT count(*) FROM seen_updates').pluck()
  database.transaction = (body, config) => {
    const before = noted.get()
    let isUpdate = false
    const result = transaction((tx) => {
      const inner = body(tx)
      isUpdate = noted.get() !== before
      if (isUpdate) reach('beforeCommit')
      return inner
    }, config)
    if (isUpdate) reach('afterCommit')
    return result
  }
}

/** Reports when a letter is about to leave and when Telegram has taken it. */
export function watchLetters(telegram: Telegram, reach: Reach): void {
  const { send } = telegram
  telegram.send = async (to, message) => {
    reach('afterClaim')
    const messageId = await send(to, message)
    reach('afterSend')
    return messageId
  }
}
