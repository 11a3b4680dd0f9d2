// deleteWebhook: back to getUpdates, if wanted without what waits.

import type { Implementation } from './method.ts'

export const deleteWebhook: Implementation<'deleteWebhook'> = ({ bot }, params) => {
  bot.webhookUrl = ''
  if (params.drop_pending_updates) bot.updates.confirm(Number.MAX_SAFE_INTEGER)
  return true
}
