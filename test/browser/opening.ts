// An opened branch of the sample people, for the plays that begin with one.

import type { Program } from './program.ts'
import type { Visitor } from './visitor.ts'

/** The secretary opens the branch with the pasted list; the organiser is asked later. */
export async function opensBranch(visitor: Visitor, program: Program): Promise<void> {
  const { claimCode, roster } = await program.tour()
  await visitor.opens('group')
  await visitor.presses('我来开通')
  await visitor.starts()
  await visitor.says(claimCode)
  await visitor.presses('用群名')
  await visitor.reads('2/3')
  await visitor.says(roster)
  await visitor.presses('导入', '陈敏', '每月第一个周五', '就这样')
  await visitor.reads('请选一位组织委员')
  await visitor.presses('周航')
  await visitor.reads('开通完成')
}
