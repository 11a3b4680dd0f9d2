// What somebody agrees to is said before anything is sent, and which text it was is kept.

import { beforeEach, expect, test } from 'vitest'
import { plain } from '../../src/kernel/html.ts'
import { consentText, consentVersion, whatIsKept } from '../../src/members/messages/consent.ts'
import { settingDefaults } from '../../src/organisation/rules.ts'
import { auditOf, type Claims, openClaims } from './claims.ts'

let stage: Claims

beforeEach(async () => {
  stage = await openClaims()
})

const li = () => stage.person('李晓雯')
const agreed = () =>
  stage.story.data.raw
    .prepare('SELECT consent_version AS version, consented_at AS at FROM accounts WHERE id = ?')
    .get(li().person.id)

test('before anything is sent, at most five lines say what is kept and what to send', async () => {
  await li().presses('认领身份', stage.group)
  const [welcome = '', question = ''] = (await li().heard()).slice(-2)
  expect([...welcome.split('\n'), ...question.split('\n')].length).toBeLessThanOrEqual(5)
  expect(welcome).toContain('我只存：姓名、手机后四位、Telegram 编号')
  expect(welcome).toContain('不方便也没关系')
  expect(agreed()).toEqual({ version: null, at: null })
})

test('the whole text is behind a button, in the words of what really happens', async () => {
  await li().presses('认领身份', stage.group)
  await li().presses('隐私说明')
  const text = (await li().last()).text
  expect(text).toBe(plain(consentText.text))
  expect(text).toContain(`第 ${consentVersion} 版`)
  expect(text).toContain(`体会原文 ${settingDefaults.reflectionMonths} 个月`)
  expect(text).toMatch(/境外.*涉密/)
  await li().says('李晓雯 6281')
  expect((await li().last()).text).toContain('您是 李晓雯')
})

test('the version is kept with the account and in the audit, and goes with the claim', async () => {
  await stage.claims('李晓雯')
  expect(agreed()).toEqual({ version: consentVersion, at: stage.story.clock.now().getTime() })
  expect(auditOf(stage.story, 'member.claim').at(-1)?.detail).toEqual({ consent: consentVersion })
  await stage.story.until('2026-11-25 18:00')
  await stage.person('陈敏').presses('查看')
  await stage.person('陈敏').presses('李晓雯')
  await stage.person('陈敏').presses('解除认领')
  expect(agreed()).toEqual({ version: null, at: null })
})

test('whoever redeems a claim code is told the same before, and it is kept in the same way', async () => {
  const chen = stage.person('陈敏')
  const asked = (await chen.heard()).find((text) => text.includes('请发送启用码'))
  expect(asked).toContain(plain(whatIsKept))
  expect(asked).toContain('发来即表示同意')
  const row = stage.story.data.raw.prepare(
    'SELECT consent_version, consented_at FROM accounts WHERE id = ?',
  )
  const at = stage.story.clock.now().getTime()
  expect(row.get(chen.person.id)).toEqual({ consent_version: consentVersion, consented_at: at })
  expect(auditOf(stage.story, 'office.appoint')[0]?.detail).toMatchObject({
    consent: consentVersion,
  })
  await chen.presses('隐私说明')
  expect((await chen.last()).text).toBe(plain(consentText.text))
})
