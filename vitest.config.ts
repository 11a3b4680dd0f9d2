// How the tests run: one module graph per worker, which made them seven times faster.

import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Real processes take minutes: `npm run test:faults`.
    exclude: ['test/{processes,faults}/**'],
    isolate: false,
    // The default leaves a core idle on a machine with two.
    maxWorkers: 2,
    // A story plays days; on a busy machine that takes a while.
    testTimeout: 30_000,
  },
})
