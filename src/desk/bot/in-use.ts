// Stands before the doors of other slices: a retired branch answers that it is retired.

import { leaveById } from '../../attendance/store/leaves.ts'
import type { LeaveId, OrganisationId, SessionId } from '../../kernel/ids.ts'
import { may, type Who } from '../../kernel/who.ts'
import { isRetired } from '../../organisation/store/retiring.ts'
import { branchById } from '../../organisation/store.ts'
import type { Work } from '../../platform/store/work.ts'
import type { Door, Reply, Turn } from '../../platform/telegram/door.ts'
import { sessionById } from '../../sessions/store.ts'
import { named } from '../actions/retiring.ts'
import { retiredAlert, retiredInGroup, retiredNotice } from '../messages/retiring.ts'

/** The same door, closed for what concerns a retired branch. */
export function whileInUse(door: Door): Door {
  if (door.kind === 'group' || door.kind === 'reach') return door
  return { ...door, run: guarded(door.run as Run, door.kind) } as Door
}

type Run = (turn: Turn<unknown>) => Reply

/** The same for what a door does. */
export function guarded(run: Run, kind: Door['kind']): Run {
  return (turn) => {
    const { w, who } = turn
    const about = aboutBranch(w, turn.data)
    const branch = about ?? who.branch
    if (branch === undefined || !isRetired(w, branch)) return run(turn)
    const other = about === undefined ? otherInUse(w, who) : undefined
    if (other !== undefined) return run({ ...turn, who: { ...who, branch: other } })
    return closed(turn, branch, kind)
  }
}

/** The branch that a button, link or form is about, directly or by its session or leave. */
function aboutBranch(w: Work, data: unknown): OrganisationId | undefined {
  const { branch, session, leave } = (data ?? {}) as {
    branch?: OrganisationId
    session?: SessionId
    leave?: LeaveId
  }
  if (branch !== undefined) return branch
  if (session !== undefined) return sessionById(w, session)?.branch
  return leave === undefined ? undefined : leaveById(w, leave)?.branch
}

/** In private somebody may mean the one branch of theirs that is in use. */
function otherInUse(w: Work, { place, memberOf }: Who): OrganisationId | undefined {
  if (place.kind === 'group') return undefined
  const inUse = memberOf.filter((branch) => !isRetired(w, branch))
  return inUse.length === 1 ? inUse[0] : undefined
}

function closed({ w, who }: Turn<unknown>, id: OrganisationId, kind: Door['kind']): Reply {
  const branch = branchById(w, id)
  if (who.place.kind === 'group') {
    return kind === 'groupCommand' ? { post: [retiredInGroup] } : { alert: retiredAlert }
  }
  if (!branch) return { alert: retiredAlert }
  const known = who.person !== undefined
  const mayConfigure = may(who, 'branch.configure', id)
  return { show: [retiredNotice({ ...named(w, branch), known, mayConfigure })] }
}
