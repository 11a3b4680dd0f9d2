// The steps of opening a branch.

/** In their order; only the code comes before the branch exists. */
export type Step = 'code' | 'name' | 'roster' | 'self' | 'rule' | 'defaults' | 'organiser'

export interface Progress {
  hasRoster: boolean
  founderIsOnRoster: boolean
  hasPlan: boolean
}

/** Where a founder goes on whose form is lost: at what is not there yet. */
export function stepAfter({ hasRoster, founderIsOnRoster, hasPlan }: Progress): Step {
  if (!hasRoster) return 'name'
  if (!founderIsOnRoster) return 'self'
  return hasPlan ? 'organiser' : 'rule'
}

/** The rules offered as buttons, as somebody would type them. */
export const offeredRules = {
  friday: '每月第一个周五 19:00',
  fifth: '每月5日 15:00',
}
