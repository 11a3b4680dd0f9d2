// What a branch decides for itself, and whether it is in use at all.

import type { OrganisationId } from '../../kernel/ids.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import { may, type Who } from '../../kernel/who.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import { isKeepable } from '../rules/retention.ts'
import { changeBranch, isRetired } from '../store/retiring.ts'
import { type SettingDecided, saveSetting, settingsOf } from '../store/settings.ts'

/** Decides a setting of a branch from now on; what held before stays known. */
export function decideSetting(
  w: Work,
  who: Who,
  { branch, key, value }: SettingDecided,
): Outcome<{ before: number }, { reason: 'notAllowed' } | { reason: 'outOfRange' }> {
  if (!may(who, 'branch.configure', branch)) return refused({ reason: 'notAllowed' })
  if (!isKeepable(key, value)) return refused({ reason: 'outOfRange' })
  const before = settingsOf(w, branch)[key]
  if (before === value) return done({ before })
  saveSetting(w, { branch, key, value }, who.person)
  const detail = { key, value }
  audit(w, who, { branch, action: 'branch.decide', subject: `organisation:${branch}`, detail })
  return done({ before })
}

type RetireRefusal = { reason: 'notAllowed' } | { reason: 'already' }

/** Stops everything that is sent, asked or scheduled in a branch; what is stored stays. */
export function retireBranch(
  w: Work,
  who: Who,
  branch: OrganisationId,
): Outcome<object, RetireRefusal> {
  return setRetired(w, who, branch, true)
}

/** Takes a retired branch into use again. */
export function resumeBranch(
  w: Work,
  who: Who,
  branch: OrganisationId,
): Outcome<object, RetireRefusal> {
  return setRetired(w, who, branch, false)
}

function setRetired(
  w: Work,
  who: Who,
  branch: OrganisationId,
  retired: boolean,
): Outcome<object, RetireRefusal> {
  if (!may(who, 'branch.configure', branch)) return refused({ reason: 'notAllowed' })
  if (isRetired(w, branch) === retired) return refused({ reason: 'already' })
  changeBranch(w, branch, { retiredAt: retired ? w.now : null })
  const action = retired ? 'branch.retire' : 'branch.resume'
  audit(w, who, { branch, action, subject: `organisation:${branch}` })
  return done({})
}
