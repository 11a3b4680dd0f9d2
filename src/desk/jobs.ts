// The door from the clock: branches in which nobody has done anything for long.

import { branchesInUse } from '../organisation/store/retiring.ts'
import type { Due, Jobs } from '../platform/feature.ts'
import { askIdle, idleQuestionAt } from './actions/retiring.ts'

export const deskJobs: Jobs = (w) =>
  branchesInUse(w).flatMap((branch): Due[] => {
    const at = idleQuestionAt(w, branch)
    if (!at || at > w.now) return []
    const key = `idle:${branch.id}@${at.toISOString()}`
    return [{ key, at, run: (work) => askIdle(work, branch.id) }]
  })
