// What was found in a list, before doubles are put together: people, and what to look at, by line.

import type { Office } from '../../kernel/roles.ts'
import type { Standing } from '../rules.ts'
import { type PersonRead, quoted } from './roster-person.ts'
import { type Heading, headingFrom, leavingWordIn } from './roster-words.ts'

const groupLength = 32

export interface Entry {
  line: number
  name: string
  phoneTail?: string
  standing?: Standing
  partyGroup?: string
  office?: Office
  /** Something was written there, but it was no good. */
  isOddPhone?: true
  isUnknownStanding?: true
}

type Said = Pick<Entry, 'line' | 'name'> & { [Word in keyof Entry]?: Entry[Word] | undefined }

/** Something to look at; the words are short and hold no long number. */
export interface Remark {
  kind:
    | 'unreadable'
    | 'idIgnored'
    | 'noName'
    | 'paddedTail'
    | 'oddPhone'
    | 'twoPhones'
    | 'unknownStanding'
    | 'maybeLeft'
    | 'groupFromAbove'
    | 'unusedWords'
    | 'leftOut'
  line: number
  text?: string
}

export interface Findings {
  entries: Entry[]
  remarks: Remark[]
  /** Titles of columns that are not kept. */
  ignored: string[]
  /** The columns were told by what is in them. */
  lacksHeader?: true
}

export function nothingFound(): Findings {
  return { entries: [], remarks: [], ignored: [] }
}

/** The person a line names; what it does not say is left away. */
export function entryFrom(said: Said): Entry {
  const { line, name, phoneTail, standing, partyGroup, office } = said
  return {
    line,
    name,
    ...(phoneTail && { phoneTail }),
    ...(standing && { standing }),
    ...(partyGroup && { partyGroup: quoted(partyGroup, groupLength) }),
    ...(office && { office }),
  }
}

export function note({ remarks }: Findings, { kind, line, text }: Remark): void {
  remarks.push({ kind, line, ...(text !== undefined && { text: quoted(text) }) })
}

/** What to look at in what is written around a name, there and in the cells beside it. */
export function noteSaid(
  found: Findings,
  line: number,
  said: PersonRead,
  beside: readonly string[] = [],
): void {
  if (said.hasId) note(found, { kind: 'idIgnored', line })
  if (said.hasTwoPhones) note(found, { kind: 'twoPhones', line })
  const left = [...said.unused, ...beside].flatMap((words) => leavingWordIn(words) ?? [])[0]
  if (left) note(found, { kind: 'maybeLeft', line, text: left })
  const unused = said.unused.filter((words) => !leavingWordIn(words))
  if (unused.length > 0) note(found, { kind: 'unusedWords', line, text: unused.join(' ') })
}

type HeadingKind = 'partyGroup' | 'standing'

/** The headings above the line that is read. */
export interface Above {
  partyGroup?: string
  standing?: Standing
  /** Which kind came right below the other. */
  inner?: HeadingKind
  /** How many people there were when the last heading came. */
  people: number
}

/** Takes in a heading, if the text is one. A heading ends those of the other kind below it. */
export function headedBy(above: Above, text: string, people: number): boolean {
  const heading = headingFrom(text)
  if (!heading) return false
  const [kind, other] = kindsOf(heading)
  const isNested = above[other] !== undefined && above.people === people
  if (isNested) above.inner = kind
  else if (above.inner !== kind) delete above[other]
  Object.assign(above, heading, { people })
  return true
}

function kindsOf(heading: Heading): [HeadingKind, HeadingKind] {
  return 'standing' in heading ? ['standing', 'partyGroup'] : ['partyGroup', 'standing']
}
