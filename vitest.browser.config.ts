// The page in a real browser: slow, needs Chromium, and so apart from the other tests.

import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/browser/*.play.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
})
