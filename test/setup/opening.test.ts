// A branch is opened: from the card in the group to the claim card.

import { expect, test } from 'vitest'
import { openingStage, pasted, rosterIn, title } from './opening-stage.ts'

test('a branch is opened in eight taps and two messages, each step said in a few lines', async () => {
  const { story, group, chen, said, labels } = await openingStage()
  const heard = () => chen.heard()
  let taps = 0
  const tap = async (label: string, where?: typeof group) => {
    taps += 1
    await chen.presses(label, where)
  }
  // The link, and START behind it.
  taps += 1
  await tap('我来开通', group)
  expect(await said()).toBe(
    `您好！您正在为「${title}」群开通支部小助手。\n请发送启用码（部署人员或上级党组织发给您的 8 位码）。\n我只存：姓名、手机后四位、Telegram 编号、报名签到记录和您交来的体会。发来即表示同意。`,
  )
  await chen.says((await story.claimCode()).toLowerCase())
  expect(await said()).toBe(
    '✅ 已确认，您是本支部的书记管理员。还有三步，中途退出也会替您记着。\n\n1/3 支部全称',
  )
  expect(await labels()).toEqual([[`用群名：${title}`], ['我来输入']])
  await tap('用群名')
  expect(await said()).toBe(
    [
      `✅ 支部全称：${title}`,
      '',
      '2/3 党员名册',
      '把名册 Excel 发给我就行。只需要两列：姓名、手机号后四位；有党小组、类别也会一起读。',
      '也可以直接粘贴名单，一行一个。',
    ].join('\n'),
  )
  expect(await labels()).toEqual([['📄 下载空白表', '先跳过']])
  await chen.says(pasted)
  expect(await said()).toBe('读到 4 人（正式 3、预备 1）。\n没写类别的 3 人按正式党员记。')
  expect(await labels()).toEqual([
    ['✅ 导入 4 人', '改好再发'],
    ['查看全部', '先跳过'],
  ])
  expect(rosterIn(story)).toEqual([])
  await tap('导入')
  expect(await heard()).toContain('✅ 已导入 4 人。24 小时内可以撤销。')
  expect(await said()).toBe('名册里哪位是您？')
  expect(await labels()).toEqual([['陈敏', '周航'], ['李晓雯', '孙悦'], ['名册里没有我']])
  await tap('陈敏')
  expect(await said()).toBe('✅ 您是陈敏同志\n\n3/3 每月安排\n集中培训一般在哪天？')
  await tap('每月第一个周五 19:00')
  expect(await said()).toBe(
    '✅ 集中培训：每月第一个周五 19:00，下一次 12月4日（周五）19:00\n\n默认规则：学习体会每月底前交；提醒每人每件事最多两次，只提醒还没办的人；21:00–次日8:30 免打扰；群里不公布缺席和未交名单。',
  )
  await tap('就这样')
  expect(await labels()).toEqual([['周航', '李晓雯'], ['孙悦'], ['先跳过']])
  await tap('周航')
  expect(taps).toBeLessThanOrEqual(8)
  expect(await said()).toBe(
    '🎉 开通完成。群里已放好“认领身份”卡片。\n已请周航同志担任组织委员，认领身份时一并答复。\n接下来可以：',
  )
  expect(await labels()).toEqual([['➕ 新建 12月培训'], ['完成']])
  expect((await chen.last(group)).text).toBe(
    '👤 认领身份（每人一次，约 20 秒）\n认领后才能一键报名和签到。已认领 1/4',
  )
  await chen.presses('完成')
  expect((await chen.last()).buttons).toEqual([])
})

test('the founder and their line on the roster are one person, secretary by office', async () => {
  const stage = await openingStage()
  await stage.until('rule')
  const { raw } = stage.story.data
  expect(rosterIn(stage.story)).toEqual(['陈敏', '周航', '李晓雯', '孙悦'])
  expect(raw.prepare('select count(*) from people').pluck().get()).toBe(4)
  const secretary = raw
    .prepare(
      'select name, office from office_periods join people on people.id = office_periods.person_id join accounts on accounts.person_id = people.id',
    )
    .all()
  expect(secretary).toEqual([{ name: '陈敏', office: 'secretary' }])
})

test('every step leaves its trace in the audit', async () => {
  const stage = await openingStage()
  await stage.until('organiser')
  await stage.chen.presses('周航')
  const actions = stage.story.data.raw.prepare('select action from audit').pluck().all()
  expect(actions).toEqual([
    'branch.open',
    'office.appoint',
    'branch.name',
    'roster.import',
    'member.claim',
    'plan.make',
    'office.offer',
    'branch.opened',
  ])
})

test('name and rule may be typed, a rule with its place; organiser and rule may wait', async () => {
  const stage = await openingStage()
  const { chen, said } = stage
  await stage.until('name')
  await chen.presses('我来输入')
  await chen.says('  青砖里\u202e 联合支部 ')
  expect(await said()).toContain('✅ 支部全称：青砖里 联合支部')
  await chen.says(pasted)
  await chen.presses('导入')
  await chen.presses('名册里没有我')
  await chen.presses('我来输入')
  await chen.says('每月最后一个周五晚上7点半 党群服务中心二楼')
  expect(await said()).toContain(
    '✅ 集中培训：每月最后一个周五 19:30，下一次 11月27日（周五）19:30',
  )
  await chen.presses('就这样')
  await chen.presses('先跳过')
  expect(await said()).toBe('🎉 开通完成。群里已放好“认领身份”卡片。\n接下来可以：')
  const place = stage.story.data.raw.prepare('select place from plans').pluck().get()
  expect(place).toBe('党群服务中心二楼')
})

test('a branch that decides each time has no rule, and its opening ends all the same', async () => {
  const stage = await openingStage()
  await stage.until('rule')
  await stage.chen.presses('每次临时定')
  expect(await stage.said()).toContain('✅ 集中培训每次临时定')
  await stage.chen.presses('就这样')
  await stage.chen.presses('先跳过')
  expect(await stage.labels()).toEqual([['➕ 新建集中培训'], ['完成']])
})

test('many names come in pages of eight, and a name that comes twice with its digits', async () => {
  const stage = await openingStage()
  const names = Array.from({ length: 17 }, (_, at) => `党员${'甲乙丙丁戊己庚辛壬癸'[at % 10]}`)
  const many = names.map((name, at) => `${name} ${3000 + at}`)
  await stage.until('roster')
  await stage.chen.says(many.join('\n'))
  await stage.chen.presses('导入 17 人')
  expect(await stage.labels()).toHaveLength(7)
  expect((await stage.labels())[0]).toEqual(['党员甲（··00）', '党员乙（··01）'])
  expect((await stage.labels())[4]).toEqual(['1/3', '下页 ▶'])
  await stage.chen.presses('下页')
  await stage.chen.presses('下页')
  expect(await stage.labels()).toEqual([
    ['党员庚（··16）'],
    ['◀ 上页', '3/3'],
    ['🔍 找人'],
    ['名册里没有我'],
  ])
  await stage.chen.presses('党员庚')
  expect(await stage.said()).toContain('✅ 您是党员庚同志')
})
