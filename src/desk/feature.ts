// The desk: what awaits a person, over every other slice.

import type { Feature } from '../platform/feature.ts'
import { deskDoors } from './bot.ts'

export function deskFeature(others: readonly Feature[]): Feature {
  return { name: 'desk', doors: deskDoors(others) }
}
