// HTML becomes text and entities in UTF-16 units, and text brings some entities of its own.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { html } from '../../src/kernel/html.ts'
import { detect } from '../../src/sandbox/entities/detect.ts'
import { formatted } from '../../src/sandbox/entities/formatted.ts'

function read(markup: string) {
  const { text, entities } = formatted(markup, 'HTML')
  return [
    text,
    ...entities.map(({ type, offset, length }) => [type, text.slice(offset, offset + length)]),
  ]
}

describe('HTML', () => {
  test.each([
    ['<b>集中</b>培训', ['集中培训', ['bold', '集中']]],
    ['🎓<i>签到</i>', ['🎓签到', ['italic', '签到']]],
    ['<b>外<i>内</i></b>', ['外内', ['bold', '外内'], ['italic', '内']]],
    ['a &lt;b&gt; &amp;amp; &quot; &#39; &nbsp;', ['a <b> &amp; " \' &nbsp;']],
    ['<a href="https://x.cn/?a=1&amp;b=2">这里</a>', ['这里', ['text_link', '这里']]],
    ['<a href="javascript:x">这里</a>', ['这里']],
    [
      '<tg-spoiler>x</tg-spoiler><span class="tg-spoiler">y</span>',
      ['xy', ['spoiler', 'x'], ['spoiler', 'y']],
    ],
    ['<pre><code class="language-ts">1</code></pre>', ['1', ['pre', '1']]],
    ['<blockquote expandable>引</blockquote>', ['引', ['expandable_blockquote', '引']]],
    ['<code>/start https://x.cn</code>', ['/start https://x.cn', ['code', '/start https://x.cn']]],
    ['<b></b>空', ['空']],
    ['  <b> 首尾 </b> \n', ['首尾', ['bold', '首尾']]],
    ['<B>大写</b >', ['大写', ['bold', '大写']]],
  ])('%s', (markup, expected) => {
    expect(read(markup)).toEqual(expected)
  })

  test.each([
    ['党<foo>', 'Unsupported start tag "foo" at byte offset 3'],
    ['1 < 2 >', 'Unsupported start tag "" at byte offset 2'],
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['<a href="x', 'Unclosed start tag at byte offset 0'],
    ['<b>x', 'Can\'t find end tag corresponding to start tag "b"'],
    ['x</b>', 'Unexpected end tag at byte offset 1'],
    ['<b>x</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['<b>x</b', 'Unclosed end tag at byte offset 4'],
    ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ])('%s is refused', (markup, words) => {
    expect(() => formatted(markup, 'HTML')).toThrow(`Bad Request: can't parse entities: ${words}`)
  })

  test('whatever our own templates escape comes out as it went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const { text, entities } = formatted(html`<b>${name}</b>`.html, 'HTML')
        expect(text).toBe(name.trim())
        const bold = entities.find(({ type }) => type === 'bold')
        expect(bold?.length ?? 0).toBe(name.trim().length)
      }),
    )
  })
})

test.each([
  ['/start@zhibu_bot ci_7', ['bot_command', '/start@zhibu_bot']],
  ['请按 /next 或 /help。', ['bot_command', '/next'], ['bot_command', '/help']],
  ['请/next'],
  ['和/或 1/2 a/b'],
  ['@zhibu_bot 在吗', ['mention', '@zhibu_bot']],
  ['a@b.cn', ['email', 'a@b.cn']],
  ['看 https://x.cn/a?b=1，谢谢', ['url', 'https://x.cn/a?b=1']],
  ['看 t.me/zhibu_bot?start=x', ['url', 't.me/zhibu_bot?start=x']],
  ['#主题党日 #2026', ['hashtag', '#主题党日']],
  ['电话 +86 130 0000 1234', ['phone_number', '+86 130 0000 1234']],
  ['12月4日 19:00-20:30'],
] as [string, ...string[][]][])('in %s Telegram finds its entities', (text, ...expected) => {
  const found = detect(text).map(({ type, offset, length }) => [
    type,
    text.slice(offset, offset + length),
  ])
  expect(found).toEqual(expected)
})
