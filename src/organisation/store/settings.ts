// What a branch decided for itself, with the instant from which each value counts.

import { and, asc, eq, lte } from 'drizzle-orm'
import type { OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/store/work.ts'
import { type BranchSettings, type SettingKey, settingDefaults } from '../rules.ts'
import { branchSettings } from '../schema.ts'

/** What held in a branch at an instant, now if none is given. */
export function settingsOf(w: Work, branch: OrganisationId, at: Date = w.now): BranchSettings {
  const rows = w.tx
    .select({ key: branchSettings.key, value: branchSettings.value })
    .from(branchSettings)
    .where(and(eq(branchSettings.branchId, branch), lte(branchSettings.fromAt, at)))
    .orderBy(asc(branchSettings.fromAt), asc(branchSettings.id))
    .all()
  const decided = Object.fromEntries(rows.map(({ key, value }) => [key, value]))
  return { ...settingDefaults, ...decided }
}

export interface SettingDecided {
  branch: OrganisationId
  key: SettingKey
  value: number
}

export function saveSetting(
  w: Work,
  { branch, key, value }: SettingDecided,
  by: PersonId | undefined,
): void {
  w.tx
    .insert(branchSettings)
    .values({ branchId: branch, key, value, fromAt: w.now, setBy: by })
    .run()
}
