// The sample people of every story: a branch of eighteen, and a second one that must notice nothing.

export interface Named {
  name: string
  tail: string
  /** How they are called on the stage, when two people share a name. */
  account?: string
}

/** 青砖里文创园联合党支部, in roster order. The first eight play; the others are reached by nobody. */
export const roster: readonly Named[] = [
  { name: '陈敏', tail: '6601' },
  { name: '周航', tail: '7702' },
  { name: '李晓雯', tail: '6281' },
  { name: '孙悦', tail: '3304' },
  { name: '赵一鸣', tail: '4405' },
  { name: '何雨桐', tail: '5506' },
  { name: '林涛', tail: '6607' },
  { name: '王建国', tail: '0123' },
  { name: '冯丽', tail: '1109' },
  { name: '杨博', tail: '1110' },
]

export const branchName = '青砖里文创园联合党支部'

/** Those with an account, without the secretary who opens the branch. */
export const claimers: readonly Named[] = roster.slice(1, 8)

export const secondBranchName = '三号仓支部'
export const secondRoster: readonly Named[] = [
  { name: '高峰', tail: '2001' },
  { name: '马丽', tail: '2002' },
  { name: '何雨桐', tail: '2003', account: '何雨桐（三号仓）' },
]

/** The phone of somebody on a roster; it ends in the digits that stand there. */
export function phoneOf(name: string): { phone?: string } {
  const found = [...roster, ...secondRoster].find((one) => (one.account ?? one.name) === name)
  return found ? { phone: `+861380000${found.tail}` } : {}
}
