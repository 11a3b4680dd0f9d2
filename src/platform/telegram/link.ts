// Deep links: the payload behind t.me/<bot>?start=…, at most 64 of A–Z a–z 0–9 _ -.

import { type Fields, readFields, type Values, writeFields } from './codec.ts'

export interface LinkCodec<Data> {
  tag: string
  /** The `start` payload for these values. */
  payload(values: Data): string
  parse(payload: string): Data | undefined
}

const separator = '_'

/**
 * A kind of deep link. Ids in it are references, reloaded and checked; a link that grants
 * something carries a nonce instead (see `grant.ts`).
 * @throws when the payload does not fit Telegram's alphabet or 64 characters.
 */
export function link<const Shape extends Fields>(
  tag: string,
  shape: Shape,
): LinkCodec<Values<Shape>> {
  return {
    tag,
    payload(values) {
      const packed = [tag, ...writeFields(shape, values)].join(separator)
      if (!/^[A-Za-z0-9_-]{1,64}$/.test(packed)) throw new Error(`not a start payload: ${packed}`)
      return packed
    },
    parse(payload) {
      const [first, ...parts] = payload.split(separator)
      return first === tag ? readFields(shape, parts) : undefined
    },
  }
}
