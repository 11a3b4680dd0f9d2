// How the tests run: one module graph per worker, which made them seven times faster.

import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Killed processes take minutes: `npm run test:faults`.
    exclude: ['test/faults/**'],
    isolate: false,
    // A story plays days; on a busy machine that takes a while.
    testTimeout: 30_000,
  },
})
