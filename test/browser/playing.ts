// The frame of a play: one program and one browser, and the same steps at two sizes.

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { type Program, startProgram } from './program.ts'
import { looks } from './screens.ts'
import { openBrowser, Visitor } from './visitor.ts'

/** What is played, in a sentence, and how. */
export type Step = readonly [string, (visitor: Visitor, program: Program) => Promise<void>]

export interface Play {
  scene: 'blank' | 'month'
  steps: readonly Step[]
  /** Before the first step of each size. */
  begins?(visitor: Visitor, program: Program): Promise<void>
}

/** Plays the steps one after the other, light on a wide page and dark on a phone's. */
export function plays({ scene, steps, begins }: Play): void {
  let program: Program
  let browser: Browser

  beforeAll(async () => {
    program = await startProgram()
    browser = await openBrowser()
  })

  afterAll(async () => {
    await browser.close()
    await program.stop()
  })

  describe.each([looks[0], looks[3]])('at $width pixels, $theme', (look) => {
    let visitor: Visitor

    beforeAll(async () => {
      await program.begins(scene)
      if (look) visitor = await Visitor.comes(browser, program.address, look)
      await begins?.(visitor, program)
    })
    afterAll(() => visitor.leaves())

    test.each(steps)('%s', (_, step) => step(visitor, program))
  })
}

/** Somebody of the sample branch, in their chat with the bot. */
export function as(name: string): (visitor: Visitor) => Promise<void> {
  return async (visitor) => {
    await visitor.becomes(name)
    await visitor.opens('bot')
  }
}
