// Finding a name as people type it: in characters, in pinyin, by its first letters, by four digits.

import { isSpelled, syllablesOf } from '../../kernel/pinyin.ts'
import { evenedName } from '../rules.ts'

export interface Findable {
  name: string
  phoneTail?: string
}

/** Whether somebody is meant by what was typed. */
export function isMeant(typed: string, { name, phoneTail }: Findable): boolean {
  const wanted = evenedName(typed)
  if (wanted === '') return false
  if (/^\d{4}$/.test(wanted)) return phoneTail === wanted
  const even = evenedName(name)
  return even.includes(wanted) || isSpelled(even, wanted)
}

/** Whether two names are said alike, tones apart as they are hard to hear: 李小雯 and 李晓雯. */
export function soundsLike(one: string, other: string): boolean {
  return syllablesOf(evenedName(one)) === syllablesOf(evenedName(other))
}
