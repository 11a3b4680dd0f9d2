// Data of buttons and links that no button and no link carries: the tag is ours, the rest is made up.

/** What can read such data. */
export interface Codec {
  tag: string
  write(values: unknown): string
  parse(data: string): unknown
}

/** A reproducible stream of numbers in [0, 1): mulberry32. */
export function chance(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const hostile: readonly (string | number)[] = [
  ...[
    '',
    '-',
    '-1',
    '0',
    '00',
    'NaN',
    'Infinity',
    '1e9',
    '0x10',
    '1.5',
    'zzzzzzzzzzz',
    '1\n',
    ' 1',
  ],
  ...["1' OR 1=1", '二', '１', '\u200b1', '\u202e1', '__proto__', 'constructor', 'undefined'],
  ...['9999-99', '2026-13', '0000-00', '2026-02-31', '2026-99-99', '0000-00-00', '9999-12-31'],
  ...[-1, 2 ** 31, 2 ** 53 - 1, 36 ** 11 - 1, 5_000_000_001, -1_002_000_000_001],
]

export interface Forger {
  codecs: readonly Codec[]
  separator: string
  /** What is there to be pointed at, by the name of the field. */
  things: Readonly<Record<string, readonly (string | number)[]>>
}

/** The next forged string: mostly well-formed and pointing at something, sometimes mere noise. */
export function forge({ codecs, separator, things }: Forger, random: () => number): string {
  const one = <Value>(all: readonly Value[]) => all[Math.floor(random() * all.length)] as Value
  const names = Object.keys(things)
  const value = (name: string) => {
    const known = things[name]
    if (!known) throw new Error(`nothing is known to forge ${name} with`)
    const kind = random()
    if (kind < 0.75) return one(known)
    if (kind < 0.88) return Math.floor(random() * 30)
    return kind < 0.94 ? one(things[one(names)] ?? known) : one(hostile)
  }
  const codec = one(codecs)
  const data = written(codec, value)
  const twist = random()
  if (twist > 0.5) return data
  if (twist > 0.35) return `${data}${separator}${one(hostile)}`
  if (twist > 0.2) return data.slice(0, Math.floor(random() * data.length))
  return twist > 0.1 ? data.replace(codec.tag, one(codecs).tag) : `${one(hostile)}${data}`
}

function written({ tag, write }: Codec, value: (name: string) => string | number): string {
  const values = new Proxy({}, { get: (_, name) => value(String(name)) })
  try {
    return write(values)
  } catch (error) {
    // What is too long for a button, or not in a link's alphabet, cannot be written; but it can be sent.
    if (!/too long|not a start payload/.test(String(error))) throw error
    return (
      String(error)
        .replace(/^.*?: (?=\S)/, '')
        .slice(-64) || tag
    )
  }
}
