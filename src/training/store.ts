// The monthly rules in the database: one current rule a branch, the ended ones kept.

import { and, eq, isNull, type SQL } from 'drizzle-orm'
import type { OrganisationId, PersonId, PlanId } from '../kernel/ids.ts'
import type { Work } from '../platform/store/work.ts'
import type { Plan } from './rules/plan.ts'
import { plans } from './schema.ts'

/** The rule a branch follows now. */
export function currentPlan(w: Work, branch: OrganisationId): Plan | undefined {
  return chosen(w, eq(plans.branchId, branch))[0]
}

/** The current rules of all branches. */
export function currentPlans(w: Work): Plan[] {
  return chosen(w, undefined)
}

/** Saves a branch's new rule, known from now on, and ends the one before. */
export function replacePlan(
  w: Work,
  plan: Omit<Plan, 'id' | 'knownSince'> & { createdBy?: PersonId | undefined },
): PlanId {
  const { branch, zone, ...rest } = plan
  w.tx
    .update(plans)
    .set({ endedAt: w.now })
    .where(and(eq(plans.branchId, branch), isNull(plans.endedAt)))
    .run()
  return w.tx
    .insert(plans)
    .values({ ...rest, branchId: branch, timeZone: zone, knownSince: w.now })
    .returning({ id: plans.id })
    .get().id
}

function chosen(w: Work, condition: SQL | undefined): Plan[] {
  const rows = w.tx
    .select()
    .from(plans)
    .where(and(isNull(plans.endedAt), condition))
    .all()
  return rows.map(({ branchId, timeZone, place, endedAt: _, createdBy: __, ...row }) => ({
    ...row,
    branch: branchId,
    zone: timeZone,
    ...(place !== null && { place }),
  }))
}
