// Setup: a branch is opened in its group, step by step; no tables of its own.

import { answerRead } from '../members/actions/importing-answer.ts'
import { accountOf } from '../members/store/accounts.ts'
import { groupOfBranch } from '../organisation/store.ts'
import type { Awaiting, Feature, Somebody } from '../platform/feature.ts'
import type { Work } from '../platform/store/work.ts'
import { filePreview, openingFile } from './actions/roster.ts'
import { groupDoors } from './bot/group.ts'
import { pressingDoors } from './bot/pressing.ts'
import { writingDoors } from './bot/writing.ts'
import { unfinished } from './messages.ts'

export const setup: Feature = {
  name: 'setup',
  doors: [...groupDoors, ...writingDoors, ...pressingDoors],
  awaiting,
  reads: {
    [openingFile]: (w, file) => answerRead(w, file, (facts, who) => filePreview(w, who, facts)),
  },
}

function awaiting(w: Work, { person, branch }: Somebody): readonly Awaiting[] {
  const openedBy = groupOfBranch(w, branch)?.openedBy
  if (openedBy === undefined || accountOf(w, person)?.id !== openedBy) return []
  return [{ ...unfinished(branch), as: 'self' }]
}
