// The roster while a branch is being opened: a file, a list from the group chat, or none yet.

import { describe, expect, test } from 'vitest'
import { sample, workbookOf } from '../members/importing-stage.ts'
import { openingStage, pasted, rosterIn } from './opening-stage.ts'

async function atRoster() {
  const stage = await openingStage()
  await stage.until('roster')
  return stage
}

describe('a file', () => {
  test('from Excel is read, looked at and imported with one tap', async () => {
    const { story, chen, said, labels } = await atRoster()
    const rows = [
      ['姓名', '手机', '党小组', '身份证号'],
      ['陈敏', '13800006601', '设计一组', '330102199001011234'],
      ['周航', '13800007702', '设计二组', '330102199001011235'],
      ['王建国', '', '设计二组', ''],
    ]
    await chen.sendsFile('支部名册.xlsx', await workbookOf(...rows))
    expect(await chen.heard()).toContain('收到，正在读…')
    expect(await said()).toBe(
      [
        '读到 3 人（正式 3、党小组 2 个）。',
        '没写类别的 3 人按正式党员记。',
        '有 2 处请您看一眼：',
        '· 第 4 行没有后四位，认领时请您点头',
        '· 「身份证号」一列已忽略，不会保存',
      ].join('\n'),
    )
    expect(await labels()).toEqual([
      ['✅ 导入 3 人', '改好再发'],
      ['查看全部', '先跳过'],
    ])
    expect(rosterIn(story)).toEqual([])
    await chen.presses('导入 3 人')
    expect(rosterIn(story)).toEqual(['陈敏', '周航', '王建国'])
    expect(await said()).toBe('名册里哪位是您？')
    expect(
      JSON.stringify(story.data.raw.prepare('select * from roster_imports').all()),
    ).not.toMatch(/1380000|3301021990/)
  })

  test('from an old program, in GB18030 with other words, is read all the same', async () => {
    const { chen, said } = await atRoster()
    await chen.sendsFile('名单.csv', sample('名单-gbk.csv'))
    expect(await said()).toContain('读到 15 人（正式 7、预备 8、党小组 2 个）。')
    await chen.presses('导入 15 人')
    expect(await said()).toBe('名册里哪位是您？')
  })

  test('read while the program starts anew brings its preview once', async () => {
    const { story, chen } = await atRoster()
    const bytes = await workbookOf(['姓名', '手机后四位'], ['陈敏', '6601'])
    chen.person.sendsDocument(story.bot, { name: '名册.xlsx', bytes })
    await story.app.channel.poller.pollOnce()
    await story.restart()
    const previews = (await chen.heard()).filter((text) => text.includes('读到 1 人'))
    expect(previews).toHaveLength(1)
    await chen.presses('导入 1 人')
    expect(rosterIn(story)).toEqual(['陈敏'])
  })

  test('that is no table is said to be none, and the next one counts', async () => {
    const { chen, said, labels } = await atRoster()
    await chen.sendsFile('会议照片.xlsx', await workbookOf(['时间', '地点'], ['周五', '二楼']))
    expect(await said()).toBe(
      '《会议照片.xlsx》：这个文件里没找到“姓名”列。表头可以写：姓名、手机后四位。点下面的空白表照着填最省事。',
    )
    expect(await labels()).toEqual([['📄 下载空白表']])
    await chen.says(pasted)
    expect(await said()).toContain('读到 4 人')
  })
})

test('a list of who comes, from the group chat, is a list of names', async () => {
  const { story, chen, said } = await atRoster()
  await chen.says(new TextDecoder().decode(sample('接龙.txt')))
  expect(await said()).toContain('读到 12 人（正式 12）。')
  await chen.presses('导入 12 人')
  expect(rosterIn(story)).toContain('冯丽俊')
  expect(rosterIn(story)).not.toContain('张三')
})

describe('without a roster', () => {
  test('the opening goes on to its end, and /members brings the roster later', async () => {
    const { story, chen, said } = await atRoster()
    await chen.presses('先跳过')
    expect(await said()).toBe(
      '✅ 名册先跳过。什么时候有了，发 /members 点“更新名册”就行\n\n3/3 每月安排\n集中培训一般在哪天？',
    )
    await chen.presses('每月第一个周五 19:00')
    await chen.presses('就这样')
    await chen.presses('先跳过')
    expect(await said()).toContain('🎉 开通完成')
    await chen.says('/members')
    await chen.presses('更新名册')
    await chen.says(pasted)
    await chen.presses('导入 4 人')
    expect(rosterIn(story)).toHaveLength(4)
    await chen.presses('名册里哪位是我')
    await chen.presses('陈敏')
    expect(await said()).toBe('✅ 您是陈敏同志，已和您的账号合在一起。')
    expect(story.data.raw.prepare('select count(*) from people').pluck().get()).toBe(4)
    await chen.says('/members')
    expect(await said()).toContain('1/4')
  })

  test('a file that is still being read when the step is left brings nothing', async () => {
    const { story, chen } = await atRoster()
    const bytes = await workbookOf(['姓名'], ['陈敏'])
    chen.person.sendsDocument(story.bot, { name: '名册.xlsx', bytes })
    await story.app.channel.poller.pollOnce()
    chen.person.presses((await chen.last()) as never, '先跳过')
    await story.settle()
    expect((await chen.heard()).join('\n')).not.toContain('读到 1 人')
  })
})

test('an import taken back at once leads back to the roster', async () => {
  const { story, chen, said } = await atRoster()
  await chen.says(pasted)
  await chen.presses('导入 4 人')
  await chen.presses('撤销这次导入')
  expect(rosterIn(story)).toEqual([])
  expect(await chen.heard()).toContain('↩️ 已撤销这次导入。\n移出刚加进来的 4 人。')
  expect(await said()).toContain('2/3 党员名册')
  await chen.says('陈敏 6601\n周航 7702')
  await chen.presses('导入 2 人')
  await chen.presses('陈敏')
  expect(await said()).toContain('✅ 您是陈敏同志')
})
