// The commands of all slices: for Telegram's menu and for /help.

import type { Api } from 'grammy'
import type { CommandDoor, Door } from './door.ts'

/** All commands, in the order of the slices. */
export function commandsOf(doors: readonly Door[]): CommandDoor[] {
  return doors.filter((door) => door.kind === 'command')
}

/**
 * Writes Telegram's menu: one list for everybody, without what needs an office. The menu is a
 * convenience and never the permission (Bot API, `setMyCommands`).
 */
export async function publishMenu(api: Api, doors: readonly Door[]): Promise<void> {
  const menu = commandsOf(doors).filter((door) => !door.needs)
  const cancel = { command: 'cancel', description: '退出当前步骤' }
  await api.setMyCommands([
    ...menu.map((door) => ({ command: door.name, description: door.describes })),
    cancel,
  ])
}
