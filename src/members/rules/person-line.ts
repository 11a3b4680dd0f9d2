// Reads one person as a secretary writes them: a name, four digits, a standing, 流入.

import { cleanName, type MembershipKind } from '../rules.ts'
import { parseRosterLines, type RosterLine } from './roster-lines.ts'

export interface NewPerson extends RosterLine {
  kind: MembershipKind
  partyGroup?: string
}

const received = /\s*(?:流入党员|流入)/

/** The one person in a line; undefined when there is none, or more than one. */
export function readPerson(text: string): NewPerson | undefined {
  const kind = received.test(text) ? 'receiving' : 'home'
  const { lines } = parseRosterLines(text.replace(received, ''))
  const [line] = lines
  return line && lines.length === 1 ? { ...line, kind } : undefined
}

/** 李晓雯, 6281 or both: what is said of somebody whose name or digits are put right. */
export function readCorrection(text: string): { name?: string; phoneTail?: string } | undefined {
  const said = cleanName(text.normalize('NFKC'))
  if (/^\d{4}$/.test(said)) return { phoneTail: said }
  const { lines } = parseRosterLines(said)
  const [line] = lines
  if (!line || lines.length !== 1) return undefined
  const { name, phoneTail } = line
  return { name, ...(phoneTail && { phoneTail }) }
}
