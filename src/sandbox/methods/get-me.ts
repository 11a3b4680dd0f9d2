// getMe: the bot about itself.

import type { Implementation } from './method.ts'

export const getMe: Implementation<'getMe'> = ({ bot }) => ({
  ...bot.user,
  is_bot: true,
  username: bot.username,
  can_join_groups: true,
  can_read_all_group_messages: !bot.privacyMode,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
})
