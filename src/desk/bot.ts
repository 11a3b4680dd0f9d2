// Doors: a bare /start, /me, /next, /todo, /settings, /help, and whatever nothing else understood.

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
import { monthsHandedIn } from '../reflection/store/own-data.ts'
import { nextSession } from '../sessions/store.ts'
import { correctionsAwaiting } from './actions/corrections.ts'
import { branchDoors, status } from './bot/branch.ts'
import { correctionDoors } from './bot/corrections.ts'
import { guarded, whileInUse } from './bot/in-use.ts'
import { ownDoors, ownPage } from './bot/own-data.ts'
import { settings, settingsDoors } from './bot/settings.ts'
import { deskButton } from './buttons.ts'
import * as say from './messages.ts'

type Visit = Pick<Turn<unknown>, 'w' | 'who'>

/**
 * The desk's doors, over what the other slices offer. What concerns oneself and the branch's
 * settings stays open when the branch is retired.
 */
export function deskDoors(others: readonly Feature[]): readonly Door[] {
  const help = (visit: Visit) => ({
    show: [helpFor(visit.who, [...others, { name: 'desk', doors }])],
  })
  const doors: Door[] = [
    ...overview(others).map(whileInUse),
    command('settings', {
      describes: '提醒与设置',
      words: ['设置'],
      run: (visit) => ({ show: [settings(visit)] }),
    }),
    command('help', { describes: '帮助', words: ['帮助'], run: help }),
    pageDoor(others, help),
    ...ownDoors(others),
    ...correctionDoors,
    ...settingsDoors,
    ...branchDoors,
    whileInUse({ kind: 'otherwise', run: puzzled }),
  ]
  return doors
}

function overview(others: readonly Feature[]): readonly Door[] {
  return [
    command('start', { describes: '开始使用', words: [], run: welcome }),
    command('me', {
      describes: '我的待办与记录',
      words: ['我的', '待办'],
      run: (visit) => ({ show: [mine(visit, others)] }),
    }),
    command('next', { describes: '下一次活动', words: ['下次', '下次活动'], run: shownNext }),
    command('todo', {
      describes: '待我处理',
      words: ['待处理'],
      needs: 'session.manage',
      run: (visit) => ({ show: [waitingForOffice(visit, others)] }),
    }),
  ]
}

function pageDoor(others: readonly Feature[], help: (visit: Visit) => Reply): Door {
  const pages = {
    me: guarded((visit) => ({ show: [mine(visit, others)] }), 'button'),
    next: guarded(shownNext, 'button'),
    help,
    mine: (visit: Visit) => ({ show: [ownPage(visit)] }),
    settings: (visit: Visit) => ({ show: [settings(visit)] }),
    status: (visit: Visit) => ({ show: [status(visit)] }),
  }
  return button(deskButton, (visit) => pages[visit.data.page](visit))
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
    say.myYear({
      year,
      sessions: record.expected,
      came: record.present,
      late: record.late,
      excused: record.excused,
      absent: record.absent,
      reflections: monthsHandedIn(w, { person: person.id, branch: branch.id, year }),
    }),
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
  const theirs = others.flatMap((feature) => feature.awaiting?.(w, somebody) ?? [])
  return [...theirs, ...correctionsAwaiting(w, somebody)]
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
