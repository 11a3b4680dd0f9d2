// What a branch does about its people beside the month: told step by step, mostly left half done, so
// that every question still stands open on somebody's screen.

import type { StageGroup } from '../support/stage.ts'
import type { Story } from '../support/story.ts'

export interface PeopleStep {
  name: string
  run(story: Story, group: StageGroup): Promise<void>
}

/** Only here is somebody called this, or was this written. */
export const newSecrets = /钱鸣|吴丽|设计一组|看错了尾号|长期外地/

export const peopleSteps: readonly PeopleStep[] = [
  { name: 'one claims by their number, one asks to be added, one for a change', run: claims },
  { name: 'a list is read and waits for 导入', run: lists },
  { name: 'it is imported', run: imports },
  { name: 'the secretary changes what is kept of somebody', run: changes },
  { name: 'party groups are made', run: groups },
  { name: 'somebody is asked to take an office, and the secretary hands over', run: appoints },
  { name: 'somebody asks for a correction, another is about to have all erased', run: ownData },
  { name: 'settings are about to be changed, the branch about to be retired', run: settings },
]

async function presses(story: Story, name: string, ...labels: readonly string[]): Promise<void> {
  for (const label of labels) await story.person(name).presses(label)
}

async function claims(story: Story, group: StageGroup): Promise<void> {
  const [yang, qian, other] = ['杨博', '钱鸣', '换号的人'].map((name) => story.person(name))
  await story.person('周航').presses('认领身份', group)
  for (const one of [yang, qian, other]) await one?.opens('claim_1')
  await yang?.pressesKey('📱 用本机号码认领')
  await qian?.sharesContact({ phone: '+8613900009999' })
  await qian?.presses('请书记加我')
  await other?.says('李晓雯 6281')
  await other?.presses('申请换绑')
}

async function lists(story: Story): Promise<void> {
  await presses(story, '杨博', '是我')
  await story.person('陈敏').says('/members')
  await presses(story, '陈敏', '更新名册')
  await story.person('陈敏').says('冯丽 1109\n吴丽 1212')
}

async function imports(story: Story): Promise<void> {
  await presses(story, '陈敏', '查看全部', '导入 1 人')
}

async function changes(story: Story): Promise<void> {
  const chen = story.person('陈敏')
  await chen.says('/members')
  await presses(story, '陈敏', '逐个看', '孙悦', '改身份', '预备党员', '其他日期')
  await chen.says('2026年12月30日')
  await presses(
    story,
    '陈敏',
    '就这样',
    '看孙悦',
    '免到',
    '外出流动',
    '今天起',
    '直到另行说明',
    '看孙悦',
  )
  await presses(story, '陈敏', '写说明')
  await chen.says('长期外地驻场')
  await presses(story, '陈敏', '返回', '转出', '今天起')
  await chen.says('/members')
  await presses(story, '陈敏', '添加一位')
  await chen.says('钱鸣 9998')
}

async function groups(story: Story): Promise<void> {
  const chen = story.person('陈敏')
  await chen.says('/members')
  await presses(story, '陈敏', '党小组', '新建党小组')
  await chen.says('设计一组')
  await presses(story, '陈敏', '加入同志', '孙悦')
}

async function appoints(story: Story): Promise<void> {
  const asks = async (...labels: string[]) => {
    await story.person('陈敏').says('/members')
    await presses(story, '陈敏', '职务', ...labels, '发给李晓雯')
  }
  await asks('请人担任…', '李晓雯', '宣传委员', '今天起')
  await presses(story, '李晓雯', '我来担任')
  await asks('请人担任…', '李晓雯', '纪检委员', '今天起')
  await asks('移交书记…', '李晓雯', '下月1日起')
}

async function ownData(story: Story): Promise<void> {
  await story.person('孙悦').says('/me')
  await presses(story, '孙悦', '我的资料', '有误，请更正')
  await story.person('孙悦').says('看错了尾号')
  await story.person('陈敏').says('/todo')
  await presses(story, '陈敏', '看看孙悦的更正')
  await story.person('何雨桐').says('/me')
  await presses(story, '何雨桐', '我的资料', '申请删除')
}

async function settings(story: Story): Promise<void> {
  await story.person('李晓雯').says('设置')
  await story.person('陈敏').says('/settings')
  await presses(story, '陈敏', '体会保存', '12 个月')
  await story.person('陈敏').says('/settings')
  await presses(story, '陈敏', '停用支部')
  await story.person('陈敏').says('/status')
}
