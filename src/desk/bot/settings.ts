// Doors of /settings: reminders and pauses for everybody, how long things are kept for the secretary.

import type { OrganisationId } from '../../kernel/ids.ts'
import type { Message } from '../../kernel/message.ts'
import { type Day, dayOn } from '../../kernel/time.ts'
import { may } from '../../kernel/who.ts'
import { endPause, pauseReminders, setReminders } from '../../members/actions/preferences.ts'
import { preferencesOf } from '../../members/store/preferences.ts'
import { decideSetting } from '../../organisation/actions/settings.ts'
import { keepableMonths } from '../../organisation/rules/retention.ts'
import type { SettingKey } from '../../organisation/rules.ts'
import { isRetired } from '../../organisation/store/retiring.ts'
import { settingsOf } from '../../organisation/store/settings.ts'
import { branchById } from '../../organisation/store.ts'
import { button, type Door, formStep, type Reply, type Turn } from '../../platform/telegram/door.ts'
import { closeForm, keepForm } from '../../platform/telegram/form.ts'
import { textsOlderThan } from '../../reflection/actions/erasure.ts'
import { zoneFor } from '../actions/own-page.ts'
import { keepingButton, pauseButton, pauseForm, remindersButton } from '../buttons.ts'
import * as say from '../messages/settings.ts'
import { welcomeStranger } from '../messages.ts'
import { type PauseUntil, pauseEndOn, pauseEndSaid } from '../rules.ts'

type Visit = Pick<Turn<unknown>, 'w' | 'who'>

export const settingsDoors: readonly Door[] = [
  button(remindersButton, ({ w, who, data }) => {
    setReminders(w, who, data.answer === 'yes')
    return onPage({ w, who })
  }),
  button(pauseButton, paused),
  formStep(pauseForm, saidUntil),
  button(keepingButton, kept),
]

/** The page for whoever asks; the branch's part only for whoever configures it. */
export function settings({ w, who }: Visit): Message {
  const { person, branch: id } = who
  if (person === undefined) return welcomeStranger
  const { remindersOn, pausedUntilOn } = preferencesOf(w, person)
  const today = dayOn(w.now, zoneFor(w, id))
  const configured = id !== undefined && may(who, 'branch.configure', id)
  const branch = configured ? branchById(w, id) : undefined
  return say.settingsPage({
    remindersOn,
    today,
    ...(pausedUntilOn !== undefined && pausedUntilOn > today && { pausedUntilOn }),
    ...(branch && {
      branch: {
        id: branch.id,
        name: branch.name,
        settings: settingsOf(w, branch.id),
        retired: isRetired(w, branch.id),
      },
    }),
  })
}

function onPage(visit: Visit): Reply {
  return { toast: say.saved, edit: settings(visit) }
}

function paused({ w, who, data }: Turn<{ until: PauseUntil | 'type' | 'over' }>): Reply {
  if (who.person === undefined) return { show: [welcomeStranger] }
  if (data.until === 'type') {
    keepForm(w, who.account, pauseForm, {})
    return { show: [say.untilWhen] }
  }
  if (data.until === 'over') endPause(w, who)
  else pauseReminders(w, who, pauseEndOn(data.until, todayOf({ w, who })))
  return onPage({ w, who })
}

function saidUntil({ w, who, said }: Turn<unknown>): Reply {
  const text = said.kind === 'text' ? said.text : ''
  const untilOn = pauseEndSaid(text, { now: w.now, zone: zoneFor(w, who.branch) })
  if (untilOn === undefined) return { show: [say.dayUnread] }
  closeForm(w, who.account)
  pauseReminders(w, who, untilOn)
  return { show: [settings({ w, who })] }
}

interface Keeping {
  branch: OrganisationId
  key: SettingKey
  months: number
  sure: 'ask' | 'yes'
}

function kept(turn: Turn<Keeping>): Reply {
  const { w, who, data } = turn
  const { branch, key, months, sure } = data
  if (!may(who, 'branch.configure', branch)) return { alert: say.onlyForSecretary }
  const now = settingsOf(w, branch)[key]
  const choices = keepableMonths[key]
  if (!choices.includes(months)) {
    return { edit: say.whichLength(branch, key, { months: now, choices }) }
  }
  const lost = key === 'reflectionMonths' && months < now ? textsOlderThan(w, branch, months) : 0
  if (sure === 'ask' && lost > 0) return { edit: say.sureShorter(branch, months, lost) }
  decideSetting(w, who, { branch, key, value: months })
  return onPage(turn)
}

function todayOf({ w, who }: Visit): Day {
  return dayOn(w.now, zoneFor(w, who.branch))
}
