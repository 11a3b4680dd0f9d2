// Choosing somebody of the new roster: who the founder is, and who is asked to be the organiser.

import type { OrganisationId } from '../../kernel/ids.ts'
import type { Who } from '../../kernel/who.ts'
import { personPicker } from '../../members/actions/picking.ts'
import type { Picking } from '../../members/buttons/picking.ts'
import { type RosterMember, rosterNow } from '../../members/store.ts'
import { groupOfBranch } from '../../organisation/store.ts'
import type { Work } from '../../platform/store/work.ts'
import { openForm } from '../../platform/telegram/form.ts'
import { goTo } from '../actions.ts'
import { organiserButton, selfButton, setupForm } from '../buttons.ts'
import { notListedRow, organiserPlease, skipOrganiserRow, whoOfThem } from '../messages/steps.ts'

interface Visit {
  w: Work
  who: Who
}

export const selfPicker = personPicker({
  tag: 'su.ps',
  people: (visit, picking) => (isAt(visit, picking, 'self') ? free(visit, picking) : undefined),
  question: () => whoOfThem,
  chosen: ({ branch }, person) => selfButton.data({ branch, person }),
  extra: ({ branch }) => [notListedRow(branch)],
  goesOn: (visit, picking) => backTo(visit, picking, 'self'),
})

export const organiserPicker = personPicker({
  tag: 'su.po',
  people: (visit, picking) =>
    isAt(visit, picking, 'organiser') ? others(visit, picking) : undefined,
  question: () => organiserPlease,
  chosen: ({ branch }, person) => organiserButton.data({ branch, person }),
  extra: ({ branch }) => [skipOrganiserRow(branch)],
  goesOn: (visit, picking) => backTo(visit, picking, 'organiser'),
})

type ChoosingStep = 'self' | 'organiser'

/** At that step of the opening, or searching there, which takes the place of its form. */
function isAt({ w, who }: Visit, { branch }: Picking, step: ChoosingStep): boolean {
  if (groupOfBranch(w, branch)?.openedBy !== who.account) return false
  const form = openForm(w, who.account, setupForm)
  return form === undefined || (form.branch === branch && form.step === step)
}

function backTo({ w, who }: Visit, { branch }: Picking, step: ChoosingStep): void {
  const chat = groupOfBranch(w, branch)?.chat
  if (chat !== undefined) goTo(w, who, { chat, branch, step })
}

/** Those the founder may be: whom no other account has claimed. */
function free({ w, who }: Visit, { branch }: { branch: OrganisationId }): RosterMember[] {
  const own = [undefined, who.account]
  return rosterNow(w, branch).filter(({ account }) => own.includes(account))
}

function others({ w, who }: Visit, { branch }: { branch: OrganisationId }): RosterMember[] {
  return rosterNow(w, branch).filter(({ person }) => person !== who.person)
}
