// Wakes whoever rests until there may be something to do.

export interface Bell {
  /** Sounds at the next ring: who takes it before looking misses none. */
  next(): AbortSignal
  ring(): void
}

/** A bell that nobody has rung yet. */
export function createBell(): Bell {
  let sounding = new AbortController()
  return {
    next: () => sounding.signal,
    ring() {
      const rung = sounding
      sounding = new AbortController()
      // A reason of our own spares making an exception at every commit.
      rung.abort('rung')
    },
  }
}
