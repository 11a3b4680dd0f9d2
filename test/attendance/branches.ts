// Two branches with their people, for tests of attendance: as if they had been opened and claimed.

import type { AccountId, ChatId, OrganisationId, SessionId } from '../../src/kernel/ids.ts'
import type { Office } from '../../src/kernel/roles.ts'
import { dayOn } from '../../src/kernel/time.ts'
import type { Who } from '../../src/kernel/who.ts'
import { identify } from '../../src/members/identify.ts'
import type { Standing } from '../../src/members/rules.ts'
import { changeAccount, meetAccount } from '../../src/members/store/accounts.ts'
import { saveOffice } from '../../src/members/store/office-periods.ts'
import { rosterNow } from '../../src/members/store.ts'
import { saveBranch, saveGroup } from '../../src/organisation/store.ts'
import type { Work } from '../../src/platform/store/work.ts'
import { draftSession, publish } from '../../src/sessions/actions.ts'
import { sessionById } from '../../src/sessions/store.ts'
import { at, zone } from '../support/clock.ts'
import { saveMember } from '../support/roster.ts'

export interface BranchPlan {
  name: string
  chat: number
  /** In roster order; without an account they are known by name only. */
  people: readonly PersonPlan[]
}

export interface PersonPlan {
  name: string
  tail?: string
  standing?: Standing
  office?: Office
  account?: number
}

/** Opens the branch, puts its people on the roster and links their accounts. */
export function openBranchOf(w: Work, plan: BranchPlan): OrganisationId {
  const branch = saveBranch(w, plan.name)
  saveGroup(w, { chatId: plan.chat as ChatId, title: plan.name, branchId: branch, addedAt: w.now })
  const day = dayOn(w.now, zone)
  for (const { name, tail, standing = 'full' } of plan.people) {
    saveMember(w, branch, { name, standing, ...(tail && { phoneTail: tail }) }, day)
  }
  const roster = rosterNow(w, branch)
  for (const [place, { account, office }] of plan.people.entries()) {
    const person = roster[place]?.person
    if (!person) throw new Error('the roster is shorter than its plan')
    if (account) {
      meetAccount(w, account as AccountId)
      changeAccount(w, account as AccountId, { personId: person, linkedAt: w.now })
    }
    if (office) saveOffice(w, { branch, person, office }, person)
  }
  return branch
}

interface Training {
  /** Who publishes it: an account with the office. */
  by: Who
  branch: OrganisationId
  start?: string
  end?: string
}

/** The December training, published. */
export function publishTraining(w: Work, training: Training): SessionId {
  const { by, branch, start = '2026-12-04 19:00', end = '2026-12-04 20:30' } = training
  const outline = { topic: '文创企业版权保护党课', place: '园区党群服务中心二楼' }
  const times = { startsAt: at(start), endsAt: at(end) }
  const id = draftSession(w, by, { branch, kind: 'training', ...outline, ...times })
  const session = sessionById(w, id)
  if (!session || !publish(w, by, session)) throw new Error('the training was not published')
  return id
}

/** Somebody acting in their private chat. */
export function inPrivate(w: Work, account: number): Who {
  const place = { chat: account as ChatId, kind: 'private' } as const
  return identify(w, { account: account as AccountId, displayName: '', place })
}
