// Somebody hands their reflection in, in private, by whatever messages they like.

import { beforeEach, describe, expect, test } from 'vitest'
import { reflectionsOf } from '../../src/reflection/store.ts'
import type { Staged } from '../sessions/staged.ts'
import type { Actor } from '../support/actor.ts'
import { held } from './held.ts'

let stage: Staged
let li: Actor

beforeEach(async () => {
  stage = await held()
  li = stage.person('李晓雯')
  stage.skipTo('2026-12-07 20:00')
})

const labels = async (actor: Actor) => (await actor.last()).buttons.flat().map(({ label }) => label)

function handedIn(month = '2026-12') {
  return stage.story.app.store.look((w) =>
    reflectionsOf(w, stage.branch, month).flatMap(({ name, reflection }) =>
      reflection
        ? [`${name} ${reflection.form} ${reflection.length}${reflection.late ? ' late' : ''}`]
        : [],
    ),
  )
}

async function sends(actor: Actor, act: (actor: Actor) => void): Promise<void> {
  act(actor)
  await stage.story.settle()
}

describe('by text', () => {
  test('over several messages, until 提交; the receipt says how long it is', async () => {
    await li.says('体会')
    expect((await li.last()).text).toBe(
      '好的，请发内容，可以分几条发，发完点“提交”。30 分钟内没动静我会先存成草稿。',
    )
    expect(await labels(li)).toEqual(['✅ 提交', '🗑 不写了'])
    await li.says('版权台账的想法很实用。')
    await li.says('我想把 AI 素材也登记进去。')
    expect((await li.last()).text).toBe('记下了，目前约 21 字。可以接着发，发完点“提交”。')
    expect(handedIn()).toEqual([])
    await li.presses('提交')
    expect((await li.last()).text).toBe(
      '✅ 已收到 12月学习体会（21 字，文字）。12月31日前都可以修改。',
    )
    expect(await labels(li)).toEqual(['👀 看一遍', '✏️ 修改', '撤回'])
    expect(handedIn()).toEqual(['李晓雯 text 21'])
  })

  test('in one go after the word', async () => {
    await li.says('体会 版权台账很实用')
    await li.presses('提交')
    expect(handedIn()).toEqual(['李晓雯 text 7'])
  })

  test('read again, changed and taken back until it is due', async () => {
    await li.says('体会 第一稿 <b>')
    await li.presses('提交')
    await li.presses('看一遍')
    expect((await li.last()).text).toBe('12月学习体会\n第一稿 <b>')
    await li.presses('修改')
    await li.says('第二稿写得更长')
    expect(handedIn()).toEqual(['李晓雯 text 4'])
    await li.presses('提交')
    expect(handedIn()).toEqual(['李晓雯 text 7'])
    await li.presses('撤回')
    expect((await li.last()).text).toBe('12月学习体会已撤回。')
    expect(handedIn()).toEqual([])
    await li.says('体会 第三稿')
    await li.presses('提交')
    expect(handedIn()).toEqual(['李晓雯 text 3'])
  })

  test('nothing sent yet: nothing is handed in; pressed twice: handed in once', async () => {
    await li.says('/reflect')
    expect(await li.presses('提交')).toBe('还没收到内容，先发给我，再点“提交”。')
    await li.says('写好了')
    const message = await li.last()
    await li.pressesOn(message, '提交')
    expect(handedIn()).toEqual(['李晓雯 text 3'])
    expect(await li.pressesOn(message, '提交')).toBe('已经收到了 ✅')
    expect(handedIn()).toEqual(['李晓雯 text 3'])
  })

  test('an old 不写了 does not deny what was handed in, nor an old 撤回 what was taken back', async () => {
    await li.says('体会 第一稿')
    const draft = await li.last()
    await li.presses('提交')
    const receipt = await li.last()
    await li.says('体会')
    expect(await li.pressesOn(draft, '不写了')).toBe('交上来的那篇照样算数 ✅')
    expect(handedIn()).toEqual(['李晓雯 text 3'])
    await li.pressesOn(receipt, '撤回')
    expect(handedIn()).toEqual([])
    for (const label of ['撤回', '修改']) {
      expect(await li.pressesOn(receipt, label)).toContain('现在没有交上来的体会。')
    }
  })

  test('for a month that is still to come, or none at all, nothing is written', async () => {
    await li.opens()
    for (const month of ['2027-01', '9999-12', '2026-13', '0000-00']) {
      const press = li.forges(`rf.w:${stage.branch.toString(36)}:${month}`)
      await stage.story.settle()
      expect(press.answer?.text).toBe('这条消息旧了，请从最新的消息里操作。')
    }
    expect((await li.last()).text).not.toContain('请发内容')
  })

  test('thrown away, nothing is kept', async () => {
    await li.says('体会 不想要的')
    await li.presses('不写了')
    expect((await li.last()).text).toBe('好的，12月学习体会先不写了。想写的时候发“体会”就行。')
    await li.says('体会')
    expect((await li.last()).text).toContain('好的，请发内容')
  })
})

describe('by file', () => {
  const bytes = new Uint8Array([1, 2, 3])
  const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0])

  test('a document', async () => {
    await li.says('体会')
    await sends(li, ({ person }) =>
      person.sendsDocument(stage.story.bot, { name: '学习体会.docx', bytes }),
    )
    expect((await li.last()).text).toBe('记下了，目前文件 1 个。可以接着发，发完点“提交”。')
    await li.presses('提交')
    expect((await li.last()).text).toBe(
      '✅ 已收到《学习体会.docx》，记为12月学习体会。12月31日前都可以修改。',
    )
    expect(handedIn()).toEqual(['李晓雯 document 0'])
    await li.presses('看一遍')
    expect((await li.last()).text).toBe('12月学习体会\n附：学习体会.docx')
  })

  test('two photos with a word beside them', async () => {
    await li.says('体会')
    for (const name of ['1.jpg', '2.jpg']) {
      await sends(li, ({ person }) => person.sendsPhoto(stage.story.bot, { name, bytes: jpeg }))
    }
    await li.says('手写的')
    await li.presses('提交')
    expect((await li.last()).text).toContain('✅ 已收到 2 张手写照片，记为12月学习体会。')
  })

  test('a voice message up to five minutes; a sticker is nothing', async () => {
    await li.says('体会')
    await sends(li, ({ person }) => person.sendsVoice(stage.story.bot, 301))
    expect((await li.last()).text).toBe('语音请在 5 分钟以内，长的可以分几条发。')
    await sends(li, ({ person }) => person.sendsSticker(stage.story.bot))
    expect((await li.last()).text).toBe('这个我收不了。发文字、文档、照片或语音都行。')
    await sends(li, ({ person }) => person.sendsVoice(stage.story.bot, 300))
    await li.presses('提交')
    expect((await li.last()).text).toContain('✅ 已收到语音，记为12月学习体会。')
  })
})

describe('the draft', () => {
  test('survives a restart and half an hour of silence, and says so once', async () => {
    await li.says('体会 想到一半')
    await stage.story.restart()
    await stage.story.until('2026-12-07 20:35')
    const kept = (await li.heard()).filter((text) => text.includes('存成草稿了'))
    expect(kept).toEqual(['12月学习体会先帮您存成草稿了（约 4 字）。'])
    await li.says('这句话不进草稿')
    await li.presses('接着写')
    expect((await li.last()).text).toContain('您有一份12月学习体会的草稿（约 4 字）')
    await li.says('另一半')
    await li.presses('提交')
    expect(handedIn()).toEqual(['李晓雯 text 7'])
  })

  test('handed in, nothing is said about it half an hour later', async () => {
    await li.says('体会 写完了')
    await li.presses('提交')
    await stage.story.until('2026-12-07 20:40')
    expect((await li.heard()).join()).not.toContain('存成草稿了')
  })
})

describe('late', () => {
  test('after the last workday it is 补交, and is not changed any more', async () => {
    stage.skipTo('2027-01-04 10:00')
    await li.says('体会')
    expect((await li.last()).text).toContain('（12月学习体会，记为补交）')
    await li.says('迟到的想法')
    await li.presses('提交')
    expect((await li.last()).text).toBe('✅ 已收到，12月的记为补交。谢谢，写了就好。')
    expect(await labels(li)).toEqual(['👀 看一遍'])
    expect(handedIn()).toEqual(['李晓雯 text 5 late'])
  })

  test('one minute before midnight is in time', async () => {
    stage.skipTo('2026-12-31 23:59')
    await li.says('体会 赶上了')
    await li.presses('提交')
    expect(handedIn()).toEqual(['李晓雯 text 3'])
  })

  test('what was in time stays as it is once the day is over', async () => {
    await li.says('体会 准时的')
    await li.presses('提交')
    const receipt = await li.last()
    stage.skipTo('2027-01-01 09:00')
    for (const label of ['修改', '撤回']) {
      expect(await li.pressesOn(receipt, label)).toContain('已经过了可以修改的时间')
    }
    expect(handedIn()).toEqual(['李晓雯 text 3'])
  })

  test('whoever has handed December in writes for January', async () => {
    await li.says('体会 准时的')
    await li.presses('提交')
    stage.skipTo('2027-01-05 10:00')
    await li.says('体会')
    expect((await li.last()).text).not.toContain('补交')
    await li.says('一月的想法')
    await li.presses('提交')
    expect([handedIn(), handedIn('2027-01')]).toEqual([['李晓雯 text 3'], ['李晓雯 text 5']])
  })
})

describe('who may', () => {
  test('a stranger is asked who they are', async () => {
    await stage.story.person('路人').opens()
    await stage.story.person('路人').says('体会')
    expect((await stage.story.person('路人').last()).text).toContain('支部')
    expect(handedIn()).toEqual([])
  })

  test('in the other branch it counts for that branch only', async () => {
    await stage.person('马丽').says('体会 三号仓的想法')
    await stage.person('马丽').presses('提交')
    expect(handedIn()).toEqual([])
    const second = stage.story.app.store.look((w) => reflectionsOf(w, stage.second, '2026-12'))
    expect(second.filter(({ reflection }) => reflection).map(({ name }) => name)).toEqual(['马丽'])
  })
})
