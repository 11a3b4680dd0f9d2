// The slices, in their order: the only registry.

import { attendance } from './attendance/feature.ts'
import { closedWhenRetired, deskFeature } from './desk/feature.ts'
import { ledger } from './ledger/feature.ts'
import { members } from './members/feature.ts'
import { organisation } from './organisation/feature.ts'
import type { Feature } from './platform/feature.ts'
import { reflection } from './reflection/feature.ts'
import { setup } from './setup/feature.ts'
import { training } from './training/feature.ts'

const slices: readonly Feature[] = [
  organisation,
  members,
  attendance,
  training,
  reflection,
  setup,
  ledger,
]

/** What a retired branch has kept can still be taken along. */
const opened = slices.map((slice) => (slice === ledger ? slice : closedWhenRetired(slice)))

export const features: readonly Feature[] = [...opened, deskFeature(slices)]
