// getUpdates: long polling; a larger offset confirms what came before.

import { conflict } from '../refusal.ts'
import type { Implementation } from './method.ts'

const mostAtOnce = 100
const longestWaitSeconds = 50

export const getUpdates: Implementation<'getUpdates'> = ({ bot, signal }, params) => {
  if (bot.webhookUrl !== '') {
    throw conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
  }
  const { offset, limit = mostAtOnce, timeout = 0, allowed_updates } = params
  if (allowed_updates) bot.updates.ask(allowed_updates)
  if (offset !== undefined) bot.updates.confirm(offset)
  const waitSeconds = Math.min(Math.max(timeout, 0), longestWaitSeconds)
  return bot.updates.poll({
    limit: Math.min(Math.max(limit, 1), mostAtOnce),
    waitMs: waitSeconds * 1_000,
    signal,
  })
}
