// Names and counts as lists about a roster say them: short enough that a message holds many.

import { firstGraphemes } from '../rules.ts'

const lettersShown = 16
const roomForName = 40
const namesShown = 8

/** A name that fits a line, however it was written. */
export function shortName(name: string): string {
  const short = firstGraphemes(name, lettersShown, roomForName)
  return short === name ? name : `${short}…`
}

/** 冯丽、杨博; of many the first ones, and how many they are. */
export function someNames(names: readonly string[]): string {
  const shown = names.slice(0, namesShown).map(shortName).join('、')
  return names.length > namesShown ? `${shown} 等 ${names.length} 人` : shown
}
