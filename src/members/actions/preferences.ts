// A person says how they want to be reminded.

import type { Day } from '../../kernel/time.ts'
import type { Who } from '../../kernel/who.ts'
import { audit } from '../../platform/store/audit.ts'
import type { Work } from '../../platform/store/work.ts'
import { type Preferences, preferencesOf, savePreferences } from '../store/preferences.ts'

/** Automatic reminders come, or only what must be known. */
export function setReminders(w: Work, who: Who, remindersOn: boolean): boolean {
  return prefer(w, who, { remindersOn })
}

/** No automatic reminders before that day. */
export function pauseReminders(w: Work, who: Who, untilOn: Day): boolean {
  return prefer(w, who, { pausedUntilOn: untilOn })
}

/** Back again: the pause is over. */
export function endPause(w: Work, who: Who): boolean {
  return prefer(w, who, { pausedUntilOn: undefined })
}

type Wish = { [Key in keyof Preferences]?: Preferences[Key] | undefined }

function prefer(w: Work, who: Who, wish: Wish): boolean {
  const { person, branch } = who
  if (person === undefined) return false
  const { remindersOn, pausedUntilOn } = { ...preferencesOf(w, person), ...wish }
  savePreferences(w, person, {
    remindersOn: remindersOn ?? true,
    ...(pausedUntilOn !== undefined && { pausedUntilOn }),
  })
  audit(w, who, {
    action: 'person.prefer',
    subject: `person:${person}`,
    ...(branch !== undefined && { branch }),
  })
  return true
}
