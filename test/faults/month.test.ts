// The month once more, with the program killed between any two of its steps.

import { expect, test } from 'vitest'
import { type Month, monthSteps } from '../support/month.ts'
import { openStory } from '../support/story.ts'
import { openLoopbackStage } from './loopback-stage.ts'
import { expectSound, remainsOf, saidIn } from './remains.ts'

test('a month with kill -9 after every step ends like a month without', async () => {
  const quiet = await openStory()
  await quiet.beat()
  // As a program that starts does.
  await play({ stage: quiet }, () => quiet.beat())

  const stage = await openLoopbackStage()
  await play({ stage }, async () => {
    await stage.kill()
    await stage.start()
  })

  stage.look(expectSound)
  expect(stage.look(remainsOf)).toEqual(remainsOf(quiet.data.raw))
  expect(saidIn(stage.world)).toEqual(saidIn(quiet.world))
})

async function play(first: Pick<Month, 'stage'>, between: () => Promise<void>): Promise<void> {
  // The first step fills in the groups.
  const month = first as Month
  for (const { name, run } of monthSteps) {
    await run(month).catch((error: Error) => {
      throw new Error(`in the step: ${name}`, { cause: error })
    })
    await between()
  }
}
