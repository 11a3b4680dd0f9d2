// What /status says of a branch.

import { addMinutes, spokenTime } from '../../kernel/time.ts'
import { claimedCount, rosterNow } from '../../members/store.ts'
import { isRetired } from '../../organisation/store/retiring.ts'
import { type Branch, lastGroupOf } from '../../organisation/store.ts'
import { lastPostAt, lettersStanding } from '../../platform/outbox/standing.ts'
import type { Work } from '../../platform/store/work.ts'
import type { Status } from '../messages/status.ts'

const failuresMinutes = 30 * 24 * 60

export function statusOf(w: Work, branch: Branch): Status {
  const group = groupStatus(w, branch)
  const away = rosterNow(w, branch.id).filter(({ reach }) => reach && reach !== 'reachable')
  return {
    branch: branch.name,
    retired: isRetired(w, branch.id),
    ...(group && { group }),
    ...claimedCount(w, branch.id),
    unreachable: away.length,
    ...lettersStanding(w, branch.id, addMinutes(w.now, -failuresMinutes)),
  }
}

function groupStatus(w: Work, { id, zone }: Branch): Status['group'] {
  const group = lastGroupOf(w, id)
  if (!group) return undefined
  const lastAt = lastPostAt(w, group.chat)
  return {
    title: group.title,
    isHere: group.leftAt === undefined,
    isAdmin: group.botIsAdmin,
    mayPost: group.botMayPost,
    mayPin: group.botMayPin,
    inTopic: group.thread !== undefined,
    ...(lastAt && { lastPost: spokenTime(lastAt, zone, w.now) }),
  }
}
