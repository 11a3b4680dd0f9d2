// How a Chinese name is said, and whether what was typed spells it.

import { match, pinyin } from 'pinyin-pro'

/**
 * Whether letters spell the characters: whole syllables, first letters, or a mixture, with
 * characters left out in between (zgq, wangjg → 曾国强, 王建国). Characters stand for themselves.
 */
export function isSpelled(characters: string, typed: string): boolean {
  return match(characters, typed) !== null
}

/** The syllables without tones, the surname said as a surname: 单雄信 → shan xiong xin. */
export function syllablesOf(name: string): string {
  return pinyin(name, { toneType: 'none', type: 'array', surname: 'head' }).join(' ')
}
