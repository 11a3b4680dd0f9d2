// A second press for what cannot be taken back: good for ten minutes, and only the last one asked.

import type { OrganisationId } from '../../kernel/ids.ts'
import type { Who } from '../../kernel/who.ts'
import type { Work } from '../../platform/store/work.ts'
import { closeForm, keepForm, openForm } from '../../platform/telegram/form.ts'
import { sureForm } from '../buttons.ts'

type Deed = 'unbind' | 'erase' | 'retire'

/** Remembers what is being asked; gives the stamp that the button must carry. */
export function askSure(
  w: Work,
  { account }: Who,
  question: { deed: Deed; branch?: OrganisationId },
): number {
  const stamp = w.now.getTime()
  keepForm(w, account, sureForm, { ...question, stamp })
  return stamp
}

/** What was asked, if this is the press that was waited for; a second one finds nothing. */
export function takeSure(
  w: Work,
  { account }: Who,
  pressed: { deed: Deed; stamp: number },
): { branch?: OrganisationId | undefined } | undefined {
  const open = openForm(w, account, sureForm)
  if (open?.deed !== pressed.deed || open.stamp !== pressed.stamp) return undefined
  closeForm(w, account)
  return { branch: open.branch }
}
