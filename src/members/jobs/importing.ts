// A list that was read, and the way back from an import, are forgotten after a day.

import type { Jobs } from '../../platform/feature.ts'
import { goodUntil } from '../rules/importing.ts'
import { changeImport, fullImports } from '../store/importing.ts'

export const importingJobs: Jobs = (w) =>
  fullImports(w).map(({ id, state, createdAt, importedAt }) => ({
    key: `import-forgotten:${id}:${state}`,
    at: goodUntil(importedAt ?? createdAt),
    run: (work) =>
      changeImport(work, id, {
        read: null,
        effects: null,
        ...(state !== 'imported' && { state: 'dropped' as const }),
      }),
  }))
