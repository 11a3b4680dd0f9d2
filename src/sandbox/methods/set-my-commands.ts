// setMyCommands: the menu of one scope and language.

import { scopeKey } from '../commands.ts'
import { checkCommands } from '../limits.ts'
import type { Implementation } from './method.ts'

export const setMyCommands: Implementation<'setMyCommands'> = ({ bot }, params) => {
  checkCommands(params.commands)
  bot.commands.set(scopeKey(params.scope, params.language_code), params.commands)
  return true
}
