// Members: who belongs to the branch, who they are in Telegram, how they are reached.

import type { Feature } from '../platform/feature.ts'
import { eraseMember } from './actions/erasure.ts'
import { answerRead } from './actions/importing-answer.ts'
import { offersAwaiting } from './actions/office-news.ts'
import { claimingDoors } from './bot/claiming.ts'
import { claimingSecretaryDoors } from './bot/claiming-secretary.ts'
import { importingDoors } from './bot/importing.ts'
import { importingSelfDoors } from './bot/importing-self.ts'
import { answerDoors } from './bot/office-answers.ts'
import { offerDoors } from './bot/office-offers.ts'
import { officeDoors } from './bot/offices.ts'
import { partyGroupDoors } from './bot/party-group.ts'
import { personDoors } from './bot/person.ts'
import { personAddingDoors } from './bot/person-adding.ts'
import { personChangingDoors } from './bot/person-changing.ts'
import { rosterDoors } from './bot/roster.ts'
import { importingJobs } from './jobs/importing.ts'
import { officeJobs } from './jobs/offices.ts'
import { membersJobs } from './jobs.ts'
import { memberOwnData } from './report/own-data.ts'
import { rosterTemplate } from './report/roster-template.ts'

export const members: Feature = {
  name: 'members',
  doors: [
    ...claimingDoors,
    ...claimingSecretaryDoors,
    ...rosterDoors,
    ...personDoors,
    ...personChangingDoors,
    ...personAddingDoors,
    ...partyGroupDoors,
    ...importingDoors,
    ...importingSelfDoors,
    ...officeDoors,
    ...offerDoors,
    ...answerDoors,
  ],
  jobs: (w, since) => [
    ...membersJobs(w, since),
    ...importingJobs(w, since),
    ...officeJobs(w, since),
  ],
  awaiting: offersAwaiting,
  ownData: memberOwnData,
  erase: eraseMember,
  reads: { roster: (w, file) => answerRead(w, file) },
  reports: { rosterTemplate },
}
