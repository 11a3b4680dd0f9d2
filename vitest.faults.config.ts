// Real processes, started, asked and killed. They take minutes and run apart from `npm test`.

import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/{processes,faults}/**/*.test.ts'],
    testTimeout: 240_000,
    // Two processes each already: files one after the other.
    fileParallelism: false,
  },
})
