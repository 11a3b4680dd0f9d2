// Safe text: whatever people call themselves, nothing of it becomes markup.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { html, joined, plain } from '../../src/kernel/html.ts'

test('a name full of markup is shown as it is written', () => {
  const text = html`<b>${'<b>王建国</b> & "老王"'}</b>`
  expect(text.html).toBe('<b>&lt;b&gt;王建国&lt;/b&gt; &amp; &quot;老王&quot;</b>')
  expect(plain(text)).toBe('<b>王建国</b> & "老王"')
})

test('what looks escaped already is not taken for it', () => {
  expect(plain(html`${'&lt;b&gt; &amp;lt;'}`)).toBe('&lt;b&gt; &amp;lt;')
})

test('numbers and text that is safe already are inserted as they are, lists line by line', () => {
  const names = ['李晓雯', '孙悦'].map((name) => html`· ${name}`)
  expect(html`共 ${2} 人\n${names}`.html).toBe('共 2 人\n· 李晓雯\n· 孙悦')
  expect(html`${html`<i>${'<'}</i>`}`.html).toBe('<i>&lt;</i>')
})

test('lines that are not there leave no gap', () => {
  const lines = [html`一`, undefined, html`二`]
  expect(joined(lines).html).toBe('一\n二')
  expect(joined(lines, '、').html).toBe('一、二')
  expect(joined([]).html).toBe('')
})

test('whatever is inserted, the reader sees exactly that', () => {
  const text = fc.string({ unit: 'grapheme' })
  const markup = fc.stringMatching(/^[<>&"a-z;/]{0,20}$/)
  fc.assert(
    fc.property(fc.oneof(text, markup), (inserted) => {
      expect(plain(html`<b>${inserted}</b>`)).toBe(inserted)
      expect(html`${inserted}`.html).not.toMatch(/[<>"]/)
    }),
  )
})
