// At most two automatic reminders a person and thing, whoever sends them.

import { expect, test } from 'vitest'
import { hasReminderLeft, noteReminder } from '../../src/attendance/store/reminders.ts'
import { holdersOf } from '../../src/members/store.ts'
import { testStore } from '../support/database.ts'
import { openBranchOf } from './branches.ts'
import { brickLane } from './brick-lane.ts'

test('two reminders about one thing, each kind once, and then no more', () => {
  const { store } = testStore()
  store.work((w) => {
    const branch = openBranchOf(w, brickLane)
    const [person, another] = holdersOf(w, branch, 'leave.decide')
    if (!person || !another) throw new Error('there is a secretary and an organiser')
    const about = { branch, person, item: 'reflection:2026-12' }
    expect(noteReminder(w, { ...about, kind: 'dMinus3' })).toBe(true)
    expect(noteReminder(w, { ...about, kind: 'dMinus3' })).toBe(false)
    expect(hasReminderLeft(w, about)).toBe(true)
    expect(noteReminder(w, { ...about, kind: 'lastDay' })).toBe(true)
    expect(hasReminderLeft(w, about)).toBe(false)
    expect(noteReminder(w, { ...about, kind: 'oneMore' })).toBe(false)
    expect(noteReminder(w, { ...about, person: another, kind: 'oneMore' })).toBe(true)
    expect(noteReminder(w, { ...about, item: 'session:42', kind: 'dayBefore' })).toBe(true)
  })
})
