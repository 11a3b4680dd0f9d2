// What somebody writes about a correction, made fit to be kept and passed on.

import { firstGraphemes } from '../rules.ts'

const longest = 300

/** Trimmed, at most 300 characters as people count them. */
export function cleanText(text: string): string {
  return firstGraphemes(text.trim(), longest)
}
