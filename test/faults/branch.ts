// A branch in working order, made by the slices' own actions: opened, its roster claimed.

import {
  type AccountId,
  type ChatId,
  type OrganisationId,
  privateChat,
  type SessionId,
} from '../../src/kernel/ids.ts'
import { addMinutes } from '../../src/kernel/time.ts'
import type { Who } from '../../src/kernel/who.ts'
import { claim } from '../../src/members/actions/claim.ts'
import { appointFounder } from '../../src/members/actions/offices.ts'
import { importRoster, recogniseFounder } from '../../src/members/actions/roster.ts'
import { identify } from '../../src/members/identify.ts'
import { rosterNow, secretaryOf } from '../../src/members/store.ts'
import { finishOpening, noteGroup, openBranch } from '../../src/organisation/actions.ts'
import type { Work } from '../../src/platform/store/work.ts'
import { draftSession, open, publish } from '../../src/sessions/actions.ts'
import type { Session } from '../../src/sessions/rules.ts'
import { sessionById } from '../../src/sessions/store.ts'

/** Somebody with a Telegram account. */
export interface Comrade {
  id: number
  name: string
}

export interface Founding {
  group: { id: number; title: string }
  comrades: readonly Comrade[]
}

/** Opens a branch in the group for the first of the comrades, and links all of them. */
export function foundBranch(w: Work, { group, comrades }: Founding): OrganisationId {
  const [founder = nobody()] = comrades
  const chat = group.id as ChatId
  noteGroup(w, { chat, title: group.title })
  const branch = openBranch(w, whoIs(w, founder), { chat, name: group.title })
  appointFounder(w, whoIs(w, founder), branch)
  const lines = comrades.map(({ name }) => ({ name, standing: 'full' as const }))
  importRoster(w, whoIs(w, founder), { branch, lines })
  const [first, ...others] = rosterNow(w, branch)
  recogniseFounder(w, whoIs(w, founder), { branch, person: (first ?? nobody()).person })
  finishOpening(w, whoIs(w, founder), chat)
  for (const { name, person } of others) {
    const comrade = comrades.find((one) => one.name === name) ?? nobody()
    claim(w, whoIs(w, comrade), { branch, person, account: comrade.id as AccountId })
  }
  return branch
}

/** Announces a training that begins in 25 minutes: answers and check-ins are both welcome now. */
export function openTraining(w: Work, branch: OrganisationId): SessionId {
  const secretary = rosterNow(w, branch).find(({ person }) => person === secretaryOf(w, branch))
  const who = whoIs(w, { id: secretary?.account ?? nobody(), name: secretary?.name ?? nobody() })
  const startsAt = addMinutes(w.now, 25)
  const endsAt = addMinutes(startsAt, 90)
  const id = draftSession(w, who, { branch, kind: 'training', startsAt, endsAt })
  publish(w, who, sessionOf(w, id))
  open(w, sessionOf(w, id))
  return id
}

function sessionOf(w: Work, id: SessionId): Session {
  return sessionById(w, id) ?? nobody()
}

function whoIs(w: Work, { id, name }: Comrade): Who {
  const account = id as AccountId
  const place = { chat: privateChat(account), kind: 'private' } as const
  return identify(w, { account, displayName: name, place })
}

function nobody(): never {
  throw new Error('the branch misses somebody')
}
