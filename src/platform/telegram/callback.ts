// What a button carries back when it is pressed: a tag and a few ids, at most 64 bytes.

import { type Fields, readFields, type Values, writeFields } from './codec.ts'

export interface ButtonCodec<Data> {
  tag: string
  /** The `callback_data` for these values. */
  data(values: Data): string
  /** The values of a pressed button; undefined when it is not ours or does not fit. */
  parse(data: string): Data | undefined
}

/**
 * A kind of button. Tags are never reused: old buttons live in chats for months.
 * @throws when packed data passes 64 bytes (Bot API, `callback_data`).
 */
export function callback<const Shape extends Fields>(
  tag: string,
  shape: Shape,
): ButtonCodec<Values<Shape>> {
  return {
    tag,
    data(values) {
      const packed = [tag, ...writeFields(shape, values)].join(':')
      if (Buffer.byteLength(packed) > 64) throw new Error(`button data too long: ${packed}`)
      return packed
    },
    parse(data) {
      const [first, ...parts] = data.split(':')
      return first === tag ? readFields(shape, parts) : undefined
    },
  }
}
