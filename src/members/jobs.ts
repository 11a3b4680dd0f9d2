// The door from the clock: what was claimed lately, told to the secretary once.

import { addMinutes, dayOn } from '../kernel/time.ts'
import { nextPermitted } from '../organisation/rules.ts'
import { type Branch, branchById } from '../organisation/store.ts'
import type { Due, Jobs } from '../platform/feature.ts'
import type { Work } from '../platform/store/work.ts'
import { tell } from './actions.ts'
import { claimsMade } from './messages/claim-digest.ts'
import { type Digest, digestsBetween } from './rules/digest.ts'
import { type ClaimMade, claimsBetween } from './store/claims.ts'
import { claimedCount, secretaryOf } from './store.ts'

/** Longer than rest days in a row: a digest after them looks back over all of them. */
const restMinutes = 7 * 24 * 60

export const membersJobs: Jobs = (w, since) => {
  const claims = claimsBetween(w, addMinutes(since, -restMinutes), w.now)
  return [...Map.groupBy(claims, ({ branch }) => branch)].flatMap(([id, made]) => {
    const branch = branchById(w, id)
    return branch ? digestsOf(w, since, branch, made) : []
  })
}

function digestsOf(w: Work, since: Date, branch: Branch, made: readonly ClaimMade[]): Due[] {
  const secretary = secretaryOf(w, branch.id)
  const byOthers = made.filter(({ person }) => person !== secretary)
  return digestsBetween(since, w.now, branch.zone)
    .filter((digest) => claimsOf(digest, byOthers).length > 0)
    .map((digest) => ({
      key: `claims:${branch.id}@${digest.at.toISOString()}`,
      at: digest.at,
      run: (work) => tellClaims(work, branch, digest, claimsOf(digest, byOthers)),
    }))
}

function tellClaims(w: Work, { id, zone }: Branch, { at }: Digest, made: readonly ClaimMade[]) {
  const secretary = secretaryOf(w, id)
  if (secretary === undefined) return
  const today = dayOn(w.now, zone)
  const message = claimsMade({
    branch: id,
    minutes: at.getTime() / 60_000,
    allToday: made.every((claim) => dayOn(claim.at, zone) === today),
    added: made.length,
    ...claimedCount(w, id),
  })
  const expiresAt = addMinutes(at, restMinutes)
  const notBefore = nextPermitted(w.now, zone)
  tell(w, { branch: id, person: secretary, message, notBefore, expiresAt })
}

function claimsOf({ from, at }: Digest, made: readonly ClaimMade[]): ClaimMade[] {
  return made.filter((claim) => claim.at > from && claim.at <= at)
}
