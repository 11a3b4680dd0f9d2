// The monthly rules in the database: one current rule a branch, the ended ones kept.

import { and, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import type { OrganisationId, PersonId, PlanId } from '../kernel/ids.ts'
import { idsInUse } from '../organisation/store/retiring.ts'
import { prepared } from '../platform/store/prepared.ts'
import type { Work } from '../platform/store/work.ts'
import type { Plan } from './rules/plan.ts'
import { plans } from './schema.ts'

/** The rule a branch follows now. */
export function currentPlan(w: Work, branch: OrganisationId): Plan | undefined {
  return chosen(w, eq(plans.branchId, branch))[0]
}

const planRows = prepared((database) => {
  const inUse = inArray(plans.branchId, idsInUse(database))
  return database
    .select()
    .from(plans)
    .where(and(isNull(plans.endedAt), inUse))
    .prepare()
})

/** The current rules of all branches in use. */
export function currentPlans(w: Work): Plan[] {
  return planRows(w).all().map(planFrom)
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
  return rows.map(planFrom)
}

function planFrom(plan: typeof plans.$inferSelect): Plan {
  const { branchId, timeZone, place, endedAt: _, createdBy: __, ...row } = plan
  return { ...row, branch: branchId, zone: timeZone, ...(place !== null && { place }) }
}
