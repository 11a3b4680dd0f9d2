// Lists that somebody sends: taken in, read, looked at and imported, each only by whoever may.

import type { AccountId, ImportId, OrganisationId } from '../../kernel/ids.ts'
import { privateChat } from '../../kernel/ids.ts'
import { done, type Outcome, refused } from '../../kernel/result.ts'
import { addMinutes } from '../../kernel/time.ts'
import { may, type Who } from '../../kernel/who.ts'
import type { UnreadableReason } from '../../platform/documents/grid.ts'
import { askToRead, type FileRead } from '../../platform/files/read.ts'
import type { Work } from '../../platform/store/work.ts'
import type { Said } from '../../platform/telegram/door.ts'
import { closeForm, openForm } from '../../platform/telegram/form.ts'
import { importForm } from '../buttons/importing.ts'
import { identify } from '../identify.ts'
import { goodUntil, nextListAt, peopleAtMost } from '../rules/importing.ts'
import { changesBy, type RosterChanges } from '../rules/roster-changes.ts'
import { parseRosterGrids } from '../rules/roster-grid.ts'
import { parseRosterLines, type RosterRead } from '../rules/roster-lines.ts'
import {
  changeImport,
  dropImports,
  importById,
  importsSince,
  saveImport,
} from '../store/importing.ts'
import { type RosterMember, rosterNow } from '../store.ts'
import { type Imported, importRoster } from './roster.ts'

export interface Sent {
  branch: OrganisationId
  said: Said
  /** Which slice's `reads` gets a file once it is read. */
  purpose: string
}

export type SentRefusal =
  | { reason: 'notAllowed' | 'nobody' }
  | { reason: 'notAList'; kind: Said['kind'] }
  | { reason: 'tooOften'; againAt: Date }

/** Takes in a list: text is read at once, a file after the commit. */
export function receiveList(
  w: Work,
  who: Who,
  { branch, said, purpose }: Sent,
): Outcome<{ list: ImportId; state: 'read' | 'reading' }, SentRefusal> {
  if (!may(who, 'roster.manage', branch)) return refused({ reason: 'notAllowed' })
  if (said.kind !== 'text' && said.kind !== 'document') {
    return refused({ reason: 'notAList', kind: said.kind })
  }
  const read = said.kind === 'text' ? parseRosterLines(said.text) : undefined
  if (read?.lines.length === 0) return refused({ reason: 'nobody' })
  const againAt = nextListAt(importsSince(w, who.account, addMinutes(w.now, -60)))
  if (againAt) return refused({ reason: 'tooOften', againAt })
  const whose = { branch, account: who.account }
  if (read) dropImports(w, whose, ['read'])
  const list = saveImport(w, whose, read)
  if (said.kind === 'text') return done({ list, state: 'read' })
  const { fileId, fileName } = said
  askToRead(w, { account: who.account, purpose, about: list, fileId, fileName })
  return done({ list, state: 'reading' })
}

export type TableRefusal = { branch: OrganisationId } & {
  reason: UnreadableReason | 'noNameColumn' | 'nobody' | 'tooManyPeople' | 'notAllowed'
}

/** Takes in what was read from a file; undefined when nobody waits for it any more. */
export function receiveTable(
  w: Work,
  { about, account, table }: FileRead,
): Outcome<{ list: ImportId; who: Who }, TableRefusal> | undefined {
  const list = importById(w, about as ImportId)
  if (list?.state !== 'reading') return undefined
  const { branch } = list
  const refuse = (reason: TableRefusal['reason']) => {
    changeImport(w, list.id, { state: 'dropped' })
    return refused({ reason, branch })
  }
  if (!table.ok) return refuse(table.reason)
  const who = whoIs(w, account)
  if (!may(who, 'roster.manage', branch)) return refuse('notAllowed')
  const read = parseRosterGrids(table.grids)
  const { length } = read.lines
  if (length === 0) return refuse(lacksNames(read) ? 'noNameColumn' : 'nobody')
  if (length > peopleAtMost) return refuse('tooManyPeople')
  dropImports(w, { branch, account }, ['read'])
  changeImport(w, list.id, { state: 'read', read })
  return done({ list: list.id, who })
}

export interface Preview {
  list: ImportId
  branch: OrganisationId
  read: RosterRead
  changes: RosterChanges
  /** The roster that it is compared with. */
  roster: readonly RosterMember[]
}

export type ListRefusal = { reason: 'notAllowed' | 'stale' | 'already' | 'undone' }

/** A list that may still be imported, beside the roster of now. */
export function previewOf(
  w: Work,
  who: Who,
  id: ImportId,
): Outcome<{ preview: Preview }, ListRefusal> {
  const list = importById(w, id)
  if (!list || !may(who, 'roster.manage', list.branch)) return refused({ reason: 'notAllowed' })
  if (list.account !== who.account) return refused({ reason: 'stale' })
  if (list.state === 'imported') return refused({ reason: 'already' })
  if (list.state === 'undone') return refused({ reason: 'undone' })
  const { branch, read } = list
  if (list.state !== 'read' || !read || w.now >= goodUntil(list.createdAt)) {
    return refused({ reason: 'stale' })
  }
  const roster = rosterNow(w, branch)
  return done({ preview: { list: id, branch, read, roster, changes: changesBy(read, roster) } })
}

/** Imports a list, once. */
export function importList(
  w: Work,
  who: Who,
  id: ImportId,
): Outcome<Imported & { branch: OrganisationId }, ListRefusal> {
  const found = previewOf(w, who, id)
  if (!found.ok) return found
  const { branch, read } = found.preview
  const outcome = importRoster(w, who, { branch, lines: read.lines })
  if (!outcome.ok) return outcome
  const { effects } = outcome
  const kept = effects.people.length > 0 ? effects : null
  changeImport(w, id, { state: 'imported', importedAt: w.now, read: null, effects: kept })
  if (openForm(w, who.account, importForm)) closeForm(w, who.account)
  return done({ ...outcome, branch })
}

/** Puts aside a list that is not imported; says of which branch. */
export function dropList(
  w: Work,
  who: Who,
  id: ImportId,
): Outcome<{ branch: OrganisationId }, ListRefusal> {
  const found = previewOf(w, who, id)
  if (!found.ok) return found
  changeImport(w, id, { state: 'dropped', read: null })
  return done({ branch: found.preview.branch })
}

/** Who has that account, as they would act in private. */
function whoIs(w: Work, account: AccountId): Who {
  const place = { chat: privateChat(account), kind: 'private' } as const
  return identify(w, { account, displayName: '', place })
}

function lacksNames({ doubts }: RosterRead): boolean {
  return doubts.some(({ kind }) => kind === 'noNameColumn')
}
