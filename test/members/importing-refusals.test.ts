// What is no list, who may not bring one, and the blank form that always works.

import { describe, expect, test } from 'vitest'
import { updateRosterButton } from '../../src/members/buttons/importing.ts'
import { openBranch } from '../support/opening.ts'
import { secondBranchName, secondRoster } from '../support/people.ts'
import {
  csvOf,
  importingStage,
  placesIn,
  rosterRows,
  secretaryOf,
  workbookOf,
} from './importing-stage.ts'

async function waiting() {
  const stage = await importingStage()
  await stage.asks()
  return stage
}

describe('what is sent is no list', () => {
  test('a picture, a voice message and a sticker get a kind word', async () => {
    const { story, chen, said, labels } = await waiting()
    const { person } = chen
    person.sendsPhoto(story.bot, { name: '名单.jpg', bytes: picture() })
    await story.settle()
    expect(await said()).toBe(
      '照片里的名单我读不了。请发 Excel（.xlsx）或 csv 文件；也可以直接粘贴名单，一行一个：姓名 手机后四位。',
    )
    expect(await labels()).toEqual(['📄 下载空白表'])
    person.sendsVoice(story.bot, 5)
    await story.settle()
    expect(await said()).toContain('语音里的名单我听不了。')
    person.sendsSticker(story.bot)
    await story.settle()
    expect(await said()).toContain('这个我读不了。')
    await chen.says('12345')
    expect(await said()).toContain('没读出哪一位。请一行写一位')
    await chen.says('冯丽 1109')
    expect(await said()).toContain('读到 1 人')
  })

  test.each([
    ['名册.docx', text('不是表格'), '我读不了。请发 Excel（.xlsx）或 csv 表格'],
    ['名册.xls', oldWorkbook(), '旧版 Excel（.xls）'],
    ['名册.xlsx', new Uint8Array(1_100_000).fill(65), '最多 1 MB'],
    ['名册.csv', csvOf(['姓名'], ...lines(6_000)), '超过 5000 行'],
    ['会议.csv', csvOf(['时间', '地点'], ['周五', '二楼']), '没找到“姓名”列'],
    ['空.csv', csvOf(['姓名', '手机后四位']), '下面还没有人'],
  ])('%s is answered with what helps', async (name, content, answer) => {
    const { story, chen, said, labels } = await waiting()
    const before = placesIn(story)
    await chen.sendsFile(name, content)
    expect(await said()).toContain(`《${name}》：`)
    expect(await said()).toContain(answer)
    expect(await labels()).toEqual(['📄 下载空白表'])
    expect(placesIn(story)).toEqual(before)
  })
})

test('the blank form comes as a workbook; as it is it brings nobody, filled in it is read', async () => {
  const { story, chen, said } = await waiting()
  await chen.presses('下载空白表')
  const { file, text: caption } = await chen.last()
  expect(file?.name).toBe('党员名册空白表.xlsx')
  expect(caption).toContain('一人一行')
  await chen.sendsFile('党员名册空白表.xlsx', new Uint8Array(file?.bytes ?? []))
  expect(await said()).toContain('下面还没有人')
  const title = [
    ['党员名册'],
    ['一人一行。'],
    ['例：李晓雯　6281　第一党小组　正式党员　组织委员。'],
  ]
  const header = ['姓名', '手机后四位', '党小组', '类别', '支部职务']
  const filled = await workbookOf(...title, header, ['冯丽', '0109', '第一党小组', '', ''])
  await chen.sendsFile('名册.xlsx', filled)
  await chen.presses('导入 1 人')
  expect(rosterRows(story).at(-1)).toBe('冯丽 0109 full 第一党小组')
})

test('a file that is read while the program starts anew is previewed once', async () => {
  const { story, chen } = await waiting()
  chen.person.sendsDocument(story.bot, { name: '名册.csv', bytes: csvOf(['姓名'], ['冯丽']) })
  await story.app.channel.poller.pollOnce()
  expect(story.data.raw.prepare('select count(*) from file_reads').pluck().get()).toBe(1)
  await story.restart()
  expect((await chen.heard()).filter((one) => one.includes('读到 1 人'))).toHaveLength(1)
})

describe('nobody else', () => {
  test('gets anything by pressing what is the secretary’s', async () => {
    const { story, chen } = await waiting()
    await openBranch(story, {
      title: secondBranchName,
      secretary: '高峰',
      roster: secondRoster,
    })
    await chen.says('冯丽 1109')
    await chen.presses('查看全部')
    await chen.says('杨博 1110')
    await chen.presses('导入 1 人')
    await chen.says('/members')
    const datas = chen
      .sees()
      .flatMap(({ buttons }) => buttons.flat())
      .flatMap(({ data }) => (data?.startsWith('mi.') ? [data] : []))
    expect(datas.length).toBeGreaterThan(5)
    const before = placesIn(story)
    for (const name of ['路人', '周航', '李晓雯', '高峰']) {
      const actor = story.person(name)
      await actor.opens()
      const heard = (await actor.heard()).length
      const queries = datas.map((data) => actor.forges(data))
      await story.settle()
      const answers = queries.map(({ answer }) => answer?.text)
      expect(new Set(answers), name).toEqual(
        new Set(['更新名册是书记用的功能。需要的话请联系本支部书记。']),
      )
      expect((await actor.heard()).slice(heard), name).toEqual([])
    }
    expect(placesIn(story)).toEqual(before)
  })

  test('takes over the preview of another who may, and a lost office ends it', async () => {
    const { story, chen, said } = await waiting()
    await chen.says('冯丽 1109')
    const preview = await chen.last()
    story.data.raw.exec(
      "update office_periods set office = 'deputySecretary' where office = 'organiser'",
    )
    const data = preview.buttons.flat().find(({ label }) => label.startsWith('✅'))?.data ?? ''
    const query = story.person('周航').forges(data)
    await story.settle()
    expect(query.answer?.text).toContain('不作数了')
    story.data.raw.exec("update office_periods set until_at = 0 where office = 'secretary'")
    expect(await chen.pressesOn(preview, '导入 1 人')).toContain('书记用的功能')
    await chen.says('冯丽 1109')
    expect(await said()).toContain('书记用的功能')
    expect(rosterRows(story)).toHaveLength(5)
  })
})

test('a secretary of two branches imports into the one that was asked about', async () => {
  const { story, chen, said } = await waiting()
  const both = [...secondRoster, { name: '陈敏', tail: '6601' }]
  await openBranch(story, { title: secondBranchName, secretary: '陈敏', roster: both })
  const second = secretaryOf(story, '陈敏')
  await second.asks()
  chen.forges(updateRosterButton.data({ branch: 1 as never }))
  await story.settle()
  await chen.says('冯丽 1109')
  expect(await said()).toContain('新增 1 人')
  await chen.presses('导入 1 人')
  expect(rosterRows(story, 1)).toHaveLength(6)
  expect(rosterRows(story, 2)).toHaveLength(4)
})

function lines(count: number): string[][] {
  return Array.from({ length: count }, (_, at) => [`党员${at}`])
}

function text(words: string): Uint8Array<ArrayBuffer> {
  return bytes(0x25, 0x50, 0x44, 0x46, 0, ...new TextEncoder().encode(words))
}

function bytes(...all: number[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(all)
}

/** The beginning of an .xls, and the name of its stream. */
function oldWorkbook(): Uint8Array<ArrayBuffer> {
  const stream = Buffer.from('Workbook\0', 'utf16le')
  return bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(504).fill(0), ...stream)
}

/** Enough of a PNG for the emulator. */
function picture(): Uint8Array<ArrayBuffer> {
  const png = new Uint8Array(32)
  const view = new DataView(png.buffer)
  view.setUint32(0, 0x89504e47)
  view.setUint32(16, 900)
  view.setUint32(20, 620)
  return png
}
