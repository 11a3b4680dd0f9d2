// What is open about reflections: one's own, and for reviewers how many are in.

import { holdersOf } from '../../members/store.ts'
import type { Awaiting, Somebody } from '../../platform/feature.ts'
import type { Work } from '../../platform/store/work.ts'
import { ownDuty, progress } from '../messages.ts'
import { reflectionsOf } from '../store.ts'
import { askedMonths, isLate, isOwed } from './assignment.ts'

export function reflectionAwaiting(w: Work, { person, branch }: Somebody): readonly Awaiting[] {
  const reviews = holdersOf(w, branch, 'reflection.review').includes(person)
  return askedMonths(w, branch).flatMap((month) => {
    const which = { branch, month }
    const late = isLate(w, which)
    const owed = isOwed(w, { ...which, person })
    const own: Awaiting[] = owed ? [{ ...ownDuty(which, late), as: 'self' }] : []
    const lines = reflectionsOf(w, branch, month).filter(({ exempt }) => !exempt)
    const here = lines.filter(({ reflection }) => reflection).length
    if (!reviews || late || here === lines.length) return own
    return [...own, { line: progress(month, { here, expected: lines.length }), as: 'office' }]
  })
}
