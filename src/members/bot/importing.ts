// Doors of importing a roster: ask for a list, look at it, import it, take it back.

import type { ImportId, OrganisationId } from '../../kernel/ids.ts'
import { may } from '../../kernel/who.ts'
import { branchById } from '../../organisation/store.ts'
import { button, type Door, formStep, type Reply, type Turn } from '../../platform/telegram/door.ts'
import { closeForm, keepForm, openForm } from '../../platform/telegram/form.ts'
import { dropList, importList, previewOf, receiveList } from '../actions/importing.ts'
import { undoImport } from '../actions/importing-undo.ts'
import * as codec from '../buttons/importing.ts'
import { commonPreview, imported } from '../messages/importing.ts'
import * as ask from '../messages/importing-asking.ts'
import { wholeList } from '../messages/importing-list.ts'
import { listRefused, notTaken, onlySecretaryImports } from '../messages/importing-refusals.ts'
import { undone, undoRefused } from '../messages/importing-undo.ts'
import { dropImports } from '../store/importing.ts'
import { rosterNow, secretaryOf } from '../store.ts'

type OfList = { list: ImportId }
type InBranch = { branch: OrganisationId }

export const importingDoors: readonly Door[] = [
  ofBranch(codec.updateRosterButton, ({ w, who, data: { branch } }) => {
    keepForm(w, who.account, codec.importForm, { branch })
    return { show: [ask.listPlease(branch)] }
  }),
  ofBranch(codec.templateButton, () => ({
    toast: '正在准备',
    show: [{ document: { report: 'rosterTemplate', args: {} }, caption: ask.templateCaption }],
  })),
  ofBranch(codec.leaveImportButton, left),
  formStep(codec.importForm, sent),
  button(codec.importButton, confirmed),
  button(codec.sendAgainButton, resent),
  button(codec.dropListButton, dropped),
  button(codec.wholeListButton, looked),
  button(codec.undoImportButton, ({ w, who, data }) => {
    const outcome = undoImport(w, who, data.list)
    return outcome.ok ? { edit: undone(outcome) } : { alert: undoRefused(outcome) }
  }),
]

/** A button about a branch, for whoever keeps its roster. */
function ofBranch(
  pressed: typeof codec.updateRosterButton,
  run: (turn: Turn<InBranch>) => Reply,
): Door {
  return button(pressed, (turn) =>
    may(turn.who, 'roster.manage', turn.data.branch) ? run(turn) : { alert: onlySecretaryImports },
  )
}

function sent({ w, who, data: { branch }, said }: Turn<InBranch>): Reply {
  const outcome = receiveList(w, who, { branch, said, purpose: 'roster' })
  if (!outcome.ok) {
    if (outcome.reason === 'notAllowed') closeForm(w, who.account)
    const zone = branchById(w, branch)?.zone ?? ''
    return { show: [notTaken(outcome, { branch, zone })] }
  }
  if (outcome.state === 'reading') return { show: [ask.reading] }
  const found = previewOf(w, who, outcome.list)
  return found.ok ? { show: [commonPreview(found.preview)] } : {}
}

function confirmed({ w, who, data }: Turn<OfList>): Reply {
  const outcome = importList(w, who, data.list)
  if (!outcome.ok) return { alert: listRefused[outcome.reason] }
  const { branch } = outcome
  const isMissing =
    who.person !== undefined &&
    secretaryOf(w, branch) === who.person &&
    !rosterNow(w, branch).some(({ person }) => person === who.person)
  const buttons = {
    undo: codec.undoImportButton.data(data),
    ...(isMissing && { self: codec.findSelfButton.data({ branch }) }),
  }
  return { edit: imported(outcome, buttons) }
}

function resent({ w, who, data }: Turn<OfList>): Reply {
  const outcome = dropList(w, who, data.list)
  if (!outcome.ok) return { alert: listRefused[outcome.reason] }
  keepForm(w, who.account, codec.importForm, { branch: outcome.branch })
  return { edit: ask.sendAgain }
}

function dropped({ w, who, data }: Turn<OfList>): Reply {
  const outcome = dropList(w, who, data.list)
  if (!outcome.ok) return { alert: listRefused[outcome.reason] }
  closeImportForm({ w, who })
  return { edit: ask.notImported }
}

function left({ w, who, data: { branch } }: Turn<InBranch>): Reply {
  dropImports(w, { branch, account: who.account }, ['reading'])
  closeImportForm({ w, who })
  return { edit: ask.notImported }
}

function closeImportForm({ w, who }: Pick<Turn<unknown>, 'w' | 'who'>): void {
  if (openForm(w, who.account, codec.importForm)) closeForm(w, who.account)
}

/** From the preview it comes as a message of its own; its pages turn in place. */
function looked({ w, who, data }: Turn<OfList & { page: number }>): Reply {
  const found = previewOf(w, who, data.list)
  if (!found.ok) return { alert: listRefused[found.reason] }
  const { preview } = found
  if (data.page === 0) return { show: [wholeList(preview, 0)] }
  return { edit: wholeList(preview, data.page - 1) }
}
