// Doors of a branch's life: /status, retiring, coming back, and the bot's own leaving of a group.

import type { OrganisationId } from '../../kernel/ids.ts'
import { may } from '../../kernel/who.ts'
import { resumeBranch } from '../../organisation/actions/settings.ts'
import { isRetired } from '../../organisation/store/retiring.ts'
import { branchById, groupByChat } from '../../organisation/store.ts'
import {
  button,
  command,
  type Door,
  type GroupChange,
  type Reply,
  type Turn,
} from '../../platform/telegram/door.ts'
import { named } from '../actions/retiring.ts'
import { statusOf } from '../actions/status.ts'
import { askSure } from '../actions/sure.ts'
import { tellGroupLost } from '../actions.ts'
import { keepUsingButton, resumeButton, retireButton } from '../buttons.ts'
import { noLongerOpen } from '../messages/own-data.ts'
import * as say from '../messages/retiring.ts'
import { onlyForSecretary } from '../messages/settings.ts'
import { statusPage } from '../messages/status.ts'
import { forSecretary } from '../messages.ts'

type Visit = Pick<Turn<unknown>, 'w' | 'who'>
type InBranch = { branch: OrganisationId }

export const branchDoors: readonly Door[] = [
  command('status', {
    describes: '群与权限',
    words: ['状态', '自检'],
    needs: 'branch.configure',
    run: (visit) => ({ show: [status(visit)] }),
  }),
  button(retireButton, askedToRetire),
  button(resumeButton, cameBack),
  button(keepUsingButton, ({ who, data }) =>
    may(who, 'branch.configure', data.branch)
      ? { edit: say.keptInUse }
      : { alert: onlyForSecretary },
  ),
  { kind: 'group', run: heardOfGroup },
]

/** /status of the branch meant, for whoever configures it. */
export function status({ w, who }: Visit) {
  const branch = who.branch === undefined ? undefined : branchById(w, who.branch)
  if (!branch || !may(who, 'branch.configure', branch.id)) return forSecretary
  return statusPage(statusOf(w, branch))
}

function askedToRetire({ w, who, data }: Turn<InBranch>): Reply {
  const branch = branchById(w, data.branch)
  if (!branch || !may(who, 'branch.configure', branch.id)) return { alert: onlyForSecretary }
  if (isRetired(w, branch.id)) return { edit: say.retired(branch) }
  const stamp = askSure(w, who, { deed: 'retire', branch: branch.id })
  return { show: [say.askRetire(named(w, branch), stamp)] }
}

function cameBack({ w, who, data }: Turn<InBranch>): Reply {
  const branch = branchById(w, data.branch)
  if (!branch) return { alert: noLongerOpen }
  const outcome = resumeBranch(w, who, branch.id)
  if (!outcome.ok && outcome.reason === 'notAllowed') return { alert: onlyForSecretary }
  return { edit: say.resumed(branch.name) }
}

function heardOfGroup({ w, who, data: change }: Turn<GroupChange>): Reply {
  const { chat } = who.place
  const leftNow = groupByChat(w, chat)?.leftAt?.getTime() === w.now.getTime()
  if (change.kind === 'removed' && leftNow) tellGroupLost(w, chat)
  return {}
}
