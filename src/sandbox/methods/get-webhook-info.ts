// getWebhookInfo: whether a webhook is set, and how many updates wait.

import type { Implementation } from './method.ts'

export const getWebhookInfo: Implementation<'getWebhookInfo'> = ({ bot }) => ({
  url: bot.webhookUrl,
  has_custom_certificate: false,
  pending_update_count: bot.updates.pending(),
})
