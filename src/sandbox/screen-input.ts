// What stands at a person's input in a chat, as the page draws it.

import { keysOf } from './at-input.ts'
import type { AtInput } from './state.ts'

interface Key {
  label: string
  /** `contact` gives one's number away, and asks before. */
  kind: 'text' | 'contact'
  style?: string
}

export interface Keyboard {
  rows: Key[][]
  /** As high as the rows need; otherwise as high as a keyboard of letters. */
  fits: boolean
  isFolded: boolean
}

/** Keys below the input; without them a reply was begun to `message`. */
export interface Input {
  message: number
  placeholder?: string
  keyboard?: Keyboard
}

/** What the page shows of it. */
export function inputOf(at: AtInput): Input {
  const { message, markup, isFolded } = at
  const placeholder = markup.input_field_placeholder
  const isKeyboard = 'keyboard' in markup
  return {
    message,
    ...(placeholder !== undefined && { placeholder }),
    ...(isKeyboard && {
      keyboard: { rows: rowsOf(at), fits: markup.resize_keyboard ?? false, isFolded },
    }),
  }
}

function rowsOf(at: AtInput): Key[][] {
  return keysOf(at).map((row) =>
    row.map(({ text, style, request_contact }) => ({
      label: text,
      kind: request_contact ? 'contact' : 'text',
      ...(style !== undefined && { style }),
    })),
  )
}
