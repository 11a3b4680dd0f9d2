// What a slice offers the app.

import type { Html } from '../kernel/html.ts'
import type { OrganisationId, PersonId } from '../kernel/ids.ts'
import type { Button } from '../kernel/message.ts'
import type { Report, Sheet } from '../kernel/report.ts'
import type { FileRead } from './files/read.ts'
import type { Work } from './store/work.ts'
import type { Door } from './telegram/door.ts'

/** Something that is due at an instant, once. */
export interface Due {
  /** Unique for ever; carries the scheduled instant or the thing it is about. */
  key: string
  at: Date
  run(w: Work): void
}

/** What should have happened in (since, w.now]; what is already recorded is skipped. */
export type Jobs = (w: Work, since: Date) => readonly Due[]

/** Whose open things are asked for. */
export interface Somebody {
  person: PersonId
  branch: OrganisationId
}

/** One thing that waits for a person. */
export interface Awaiting {
  line: Html
  button?: Button
  /** `self`: their own duty (/me); `office`: waits for their decision (/todo). */
  as: 'self' | 'office'
}

export type ReportArgs = Record<string, string | number>

export interface Feature {
  name: string
  doors?: readonly Door[]
  jobs?: Jobs
  awaiting?: (w: Work, who: Somebody) => readonly Awaiting[]
  /** Reports by name, rendered when they are sent. */
  reports?: Record<string, (w: Work, args: ReportArgs) => Report>
  /** What happens when a table that somebody sent has been read, by the purpose it was asked for. */
  reads?: Record<string, (w: Work, read: FileRead) => void>
  /** Everything kept about a person, over all branches: for their own export. */
  ownData?: (w: Work, person: PersonId) => readonly Sheet[]
  /** Forgets at once what a person may have forgotten at once. */
  erase?: (w: Work, person: PersonId) => void
}
