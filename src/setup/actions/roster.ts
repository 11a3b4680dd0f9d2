// The roster while a branch is being opened: what is asked for, and the preview of what was sent.

import type { OrganisationId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import { addMinutes } from '../../kernel/time.ts'
import type { Who } from '../../kernel/who.ts'
import { type Preview, previewOf } from '../../members/actions/importing.ts'
import { commonPreview } from '../../members/messages/importing.ts'
import { reading } from '../../members/messages/importing-asking.ts'
import { openImport } from '../../members/store/importing.ts'
import { groupOfBranch } from '../../organisation/store.ts'
import type { Work } from '../../platform/store/work.ts'
import { openForm } from '../../platform/telegram/form.ts'
import { setupForm } from '../buttons.ts'
import { rosterPlease, rosterPreview } from '../messages/roster.ts'

/** The purpose under which files are read for the opening. */
export const openingFile = 'opening'

/** A file that could not be had in all its tries is not waited for. */
const readMinutes = 15

/** What is asked at this step: the list, or a yes to the one that was sent. */
export function rosterQuestion(w: Work, who: Who, branch: OrganisationId): Message {
  const open = openImport(w, { branch, account: who.account })
  const isBeingRead = open?.state === 'reading' && w.now < addMinutes(open.createdAt, readMinutes)
  if (isBeingRead) return reading
  const found = open && previewOf(w, who, open.id)
  return found?.ok ? rosterPreview(found.preview) : rosterPlease(branch)
}

/** The preview of a file: whoever has left the step sees the common one. */
export function filePreview(w: Work, who: Who, facts: Preview): Message {
  const isOpener = groupOfBranch(w, facts.branch)?.openedBy === who.account
  const form = openForm(w, who.account, setupForm)
  const isAtStep = isOpener && form?.branch === facts.branch && form.step === 'roster'
  return isAtStep ? rosterPreview(facts) : commonPreview(facts)
}
