// Every way in there is: each command, button and link, with something that is there in its data.

import type { Door } from '../../src/platform/telegram/door.ts'
import type { Act } from '../../src/platform/telegram/incoming.ts'
import { press, says } from '../month/attempt.ts'
import type { Cast } from './cast.ts'
import type { Things } from './roles.ts'

export interface Opening {
  /** `/members`, `at.ok`, `link:c`. */
  name: string
  act: Act
  /** Whether it is also good in the group. */
  inGroup: boolean
}

/** How a door is opened, if people open it. */
export function opened(door: Door, cast: Cast): Opening[] {
  if (door.kind === 'command') {
    return [{ name: `/${door.name}`, act: says(`/${door.name}`), inGroup: false }]
  }
  if (door.kind === 'link') {
    const payload = filled(cast.things, door.codec.payload, door.codec.parse)
    return [{ name: `link:${door.codec.tag}`, act: says(`/start ${payload}`), inGroup: false }]
  }
  if (door.kind !== 'button') return []
  const { codec, inGroup } = door
  const things = { ...cast.things, ...cast.others[codec.tag] }
  return [{ name: codec.tag, act: press(filled(things, codec.data, codec.parse)), inGroup }]
}

/** Data for the button or link, made of what is there. */
function filled(
  things: Things,
  write: (values: unknown) => string,
  parse: (data: string) => unknown,
): string {
  for (const at of [0, 1]) {
    const values = Object.fromEntries(
      Object.entries(things).map(([name, all]) => [name, all[at] ?? all[0]]),
    )
    const data = write(values)
    if (parse(data) !== undefined) return data
  }
  throw new Error(`no data for ${write({})}`)
}
