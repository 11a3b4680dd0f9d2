// One real month of a branch, from the group's first card to the printed ledger.

import { expect, test } from 'vitest'
import { type Month, monthSteps } from '../support/month.ts'
import { openStory } from '../support/story.ts'

test('a month of the branch: opened, claimed, trained, counted, reflected, exported', async () => {
  const stage = await openStory({ now: '2026-11-25 10:00' })
  const month = { stage } as unknown as Month
  for (const { name, run } of monthSteps) {
    await run(month).catch((error: unknown) => expect.fail(`${name}: ${error}`))
  }
}, 30_000)
