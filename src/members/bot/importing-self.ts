// Doors for a secretary who opened the branch before there was a roster: who on it they are.

import { button, type Door, type Reply, type Turn } from '../../platform/telegram/door.ts'
import { personPicker } from '../actions/picking.ts'
import { recogniseFounder } from '../actions/roster.ts'
import { findSelfButton, selfOnRosterButton } from '../buttons/importing.ts'
import { whoOnRoster, youAre } from '../messages/importing-asking.ts'
import { onlySecretaryImports } from '../messages/importing-refusals.ts'
import { personById, rosterNow, secretaryOf } from '../store.ts'

const picker = personPicker({
  tag: 'mi.pk',
  people: ({ w, who }, { branch }) => {
    if (who.person === undefined || secretaryOf(w, branch) !== who.person) return undefined
    return rosterNow(w, branch).filter(({ account }) => account === undefined)
  },
  question: () => whoOnRoster,
  chosen: ({ branch }, person) => selfOnRosterButton.data({ branch, person }),
})

export const importingSelfDoors: readonly Door[] = [
  button(findSelfButton, ({ w, who, data: { branch } }) => {
    if (who.person === undefined || secretaryOf(w, branch) !== who.person) {
      return { alert: onlySecretaryImports }
    }
    return { show: [picker.ask({ w, who }, { branch, object: 0 })] }
  }),
  button(selfOnRosterButton, recognised),
  ...picker.doors,
]

function recognised({ w, who, data }: Turn<Parameters<typeof selfOnRosterButton.data>[0]>): Reply {
  const name = personById(w, data.person)?.name
  if (name === undefined || !recogniseFounder(w, who, data)) return { alert: onlySecretaryImports }
  return { edit: youAre(name) }
}
