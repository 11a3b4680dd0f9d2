// What the overview's buttons carry.

import { callback } from '../platform/telegram/callback.ts'
import { choice } from '../platform/telegram/codec.ts'

export const deskButton = callback('desk', { page: choice('me', 'next', 'help') })
