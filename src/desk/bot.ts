// Doors: a bare /start, /me, /next, /todo, /help, and whatever nothing else understood.

import { invitation } from '../attendance/actions/card.ts'
import { yearOf } from '../attendance/store/lines.ts'
import { dayOn, instant } from '../kernel/time.ts'
import { may, reaches, type Who } from '../kernel/who.ts'
import { organiserOf, personById } from '../members/store.ts'
import { type Branch, branchById } from '../organisation/store.ts'
import type { Awaiting, Feature } from '../platform/feature.ts'
import type { Work } from '../platform/store/work.ts'
import { commandsOf } from '../platform/telegram/commands.ts'
import {
  button,
  type CommandDoor,
  command,
  type Door,
  type Reply,
  type Turn,
} from '../platform/telegram/door.ts'
import { nextSession } from '../sessions/store.ts'
import { deskButton } from './buttons.ts'
import * as say from './messages.ts'

type Visit = Pick<Turn<unknown>, 'w' | 'who'>

/** The desk's doors, over what the other slices offer. */
export function deskDoors(others: readonly Feature[]): readonly Door[] {
  const me = (visit: Visit) => ({ show: [mine(visit, others)] })
  const help = (visit: Visit) => ({
    show: [helpFor(visit.who, [...others, { name: 'desk', doors }])],
  })
  const pages = { me, next: shownNext, help }
  const doors: Door[] = [
    command('start', { describes: '开始使用', words: [], run: welcome }),
    command('me', { describes: '我的待办与记录', words: ['我的', '待办'], run: me }),
    command('next', { describes: '下一次活动', words: ['下次', '下次活动'], run: shownNext }),
    command('todo', {
      describes: '待我处理',
      words: ['待处理'],
      needs: 'session.manage',
      run: (visit) => ({ show: [waitingForOffice(visit, others)] }),
    }),
    command('help', { describes: '帮助', words: ['帮助'], run: help }),
    button(deskButton, (visit) => pages[visit.data.page](visit)),
    { kind: 'otherwise', run: puzzled },
  ]
  return doors
}

function welcome({ w, who }: Visit): Reply {
  const branch = branchOf(w, who)
  const person = who.person && personById(w, who.person)
  if (!branch || !person) return { show: [say.welcomeStranger] }
  return { show: [say.welcomeBack(person.name, branch.name)] }
}

function mine({ w, who }: Visit, others: readonly Feature[]) {
  const branch = branchOf(w, who)
  const person = who.person && personById(w, who.person)
  if (!branch || !person) return say.welcomeStranger
  const open = awaitingFor(w, { person: person.id, branch: branch.id }, others)
  const year = dayOn(w.now, branch.zone).slice(0, 4)
  const from = instant(`${year}-01-01`, '00:00', branch.zone)
  const record = yearOf(w, { person: person.id, branch: branch.id, from, to: w.now })
  return say.myDesk(
    person.name,
    open.filter(({ as }) => as === 'self'),
    say.myYear({ year, sessions: record.expected, came: record.present, excused: record.excused }),
  )
}

function waitingForOffice({ w, who }: Visit, others: readonly Feature[]) {
  const { branch, person } = who
  if (branch === undefined || person === undefined) return say.officeOnly
  if (!may(who, 'session.manage', branch)) return say.officeOnly
  const open = awaitingFor(w, { person, branch }, others)
  return say.officeDesk(open.filter(({ as }) => as === 'office'))
}

function awaitingFor(
  w: Work,
  somebody: { person: NonNullable<Who['person']>; branch: Branch['id'] },
  others: readonly Feature[],
): Awaiting[] {
  return others.flatMap((feature) => feature.awaiting?.(w, somebody) ?? [])
}

function shownNext({ w, who }: Visit): Reply {
  const branch = branchOf(w, who)
  if (!branch || !reaches(who, branch.id)) return { show: [say.welcomeStranger] }
  const session = nextSession(w, branch.id)
  return { show: [session ? invitation(w, session, who.person) : say.nothingAhead] }
}

function helpFor(who: Who, all: readonly Feature[]) {
  const doors = all.flatMap((feature) => feature.doors ?? [])
  const lines = commandsOf(doors).filter((door) => door.name !== 'start' && isFor(who, door))
  return say.helpText(
    lines.map(({ name, describes, words }) => ({ command: name, describes, words })),
  )
}

function isFor(who: Who, door: CommandDoor): boolean {
  if (!door.needs) return true
  return who.branch !== undefined && may(who, door.needs, who.branch)
}

function puzzled({ w, who }: Visit): Reply {
  const organiser = who.branch && organiserOf(w, who.branch)
  const contact = organiser && personById(w, organiser)?.name
  return { show: [say.notUnderstood(contact)] }
}

function branchOf(w: Work, who: Who): Branch | undefined {
  return who.branch === undefined ? undefined : branchById(w, who.branch)
}
