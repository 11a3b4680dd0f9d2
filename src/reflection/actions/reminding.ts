// What the clock says about reflections: the question, two reminders, the secretary's list.

import { namesApart } from '../../attendance/store/names.ts'
import { noteReminder } from '../../attendance/store/reminders.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import type { MonthKey } from '../../kernel/month.ts'
import { tell } from '../../members/actions.ts'
import { isPaused, mayRemind } from '../../members/store/preferences.ts'
import { expectedOn, type RosterMember, secretaryOf } from '../../members/store.ts'
import { nextPermitted } from '../../organisation/rules.ts'
import type { Work } from '../../platform/store/work.ts'
import { zoneOf } from '../../sessions/store.ts'
import { asked, reminded, stillOwing } from '../messages.ts'
import { reflectionDueAt, reflectionDueOn, type Timetable } from '../rules.ts'
import { owes } from '../store.ts'
import { reminderAbout } from './submitting.ts'

interface Assignment {
  branch: OrganisationId
  month: MonthKey
}

/** Asks everybody who has not handed it in already and is not away for the time. */
export function askAll(w: Work, assignment: Assignment): void {
  const message = asked(assignment)
  for (const member of owes(w, assignment.branch, assignment.month)) {
    if (isPaused(w, member.person, assignment.branch)) continue
    write(w, assignment, member, message)
  }
}

/** Reminds those who have not handed it in; nobody more than twice. */
export function remindOwing(
  w: Work,
  assignment: Assignment,
  kind: Timetable['reminders'][number]['kind'],
): void {
  const { branch, month } = assignment
  const item = `reflection:${month}`
  for (const member of owes(w, branch, month)) {
    const { person, name } = member
    if (!mayRemind(w, person, branch)) continue
    if (!noteReminder(w, { branch, person, item, kind })) continue
    write(w, assignment, member, reminded(assignment, { name, lastDay: kind === 'lastDay' }))
  }
}

/** Tells the secretary, and nobody else, who still owes. */
export function listOwing(w: Work, { branch, month }: Assignment): void {
  const secretary = secretaryOf(w, branch)
  if (secretary === undefined) return
  const missing = owes(w, branch, month)
  const names = namesApart(w, missing)
  const message = stillOwing({
    month,
    expected: expectedOn(w, branch, reflectionDueOn(month)).length,
    missing: missing.map((member) => `${names.get(member.person)}${whyDeaf(member)}`),
  })
  const notBefore = nextPermitted(w.now, zoneOf(w, branch))
  tell(w, { branch, person: secretary, message, notBefore })
}

function write(w: Work, { branch, month }: Assignment, { person }: RosterMember, message: Message) {
  const zone = zoneOf(w, branch)
  tell(w, {
    branch,
    person,
    message,
    about: reminderAbout({ branch, person, month }),
    notBefore: nextPermitted(w.now, zone),
    expiresAt: reflectionDueAt(month, zone),
  })
}

/** Why our messages do not reach them. */
function whyDeaf({ reach }: RosterMember): string {
  if (reach === 'reachable') return ''
  return reach === 'blocked' ? '（停用了私聊）' : '（还没打开私聊）'
}
