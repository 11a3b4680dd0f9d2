// The branch of the scripts and its neighbour, with accounts numbered for rules-near tests.

import type { BranchPlan } from './branches.ts'

export const accounts = {
  陈敏: 101,
  周航: 102,
  李晓雯: 103,
  孙悦: 104,
  赵一鸣: 105,
  何雨桐: 106,
  林涛: 107,
  高峰: 201,
  马丽: 202,
} as const

export const brickLane: BranchPlan = {
  name: '青砖里文创园联合党支部',
  chat: -1001,
  people: [
    { name: '陈敏', tail: '1001', office: 'secretary', account: accounts.陈敏 },
    { name: '周航', tail: '1002', office: 'organiser', account: accounts.周航 },
    { name: '李晓雯', tail: '6281', account: accounts.李晓雯 },
    { name: '孙悦', tail: '1004', account: accounts.孙悦 },
    { name: '赵一鸣', tail: '1005', account: accounts.赵一鸣 },
    { name: '何雨桐', tail: '1006', standing: 'probationary', account: accounts.何雨桐 },
    { name: '林涛', tail: '1007', standing: 'activist', account: accounts.林涛 },
    { name: '王建国', tail: '1962' },
  ],
}

export const warehouseThree: BranchPlan = {
  name: '三号仓支部',
  chat: -1002,
  people: [
    { name: '高峰', tail: '2001', office: 'secretary', account: accounts.高峰 },
    { name: '马丽', tail: '2002', account: accounts.马丽 },
    { name: '何雨桐', tail: '2003' },
  ],
}
