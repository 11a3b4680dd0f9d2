// The environment: defaults, every kind of mistake, and no value ever shown.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Config, describeProblems, environmentSchema, loadConfig } from '../../src/config.ts'

const token = `123456789:${'AbC-_'.repeat(7)}`
const files: Record<string, string> = { '/run/secrets/token': `${token}\n`, '/empty': '\n' }

function readSecret(file: string): string {
  const text = files[file]
  if (text === undefined) throw new Error(`ENOENT ${file}`)
  return text
}

function load(env: Record<string, string | undefined>): Config {
  const loaded = loadConfig(env, readSecret)
  if (!loaded.ok) throw new Error(describeProblems(loaded.problems))
  return loaded.config
}

function problemNames(env: Record<string, string>): string[] {
  const loaded = loadConfig(env, readSecret)
  return loaded.ok ? [] : loaded.problems.map(({ name }) => name)
}

test('with nothing set it is the sandbox on this machine', () => {
  expect(load({})).toEqual({
    mode: 'sandbox',
    dataDir: './data-sandbox',
    host: '127.0.0.1',
    port: 8787,
    publicUrl: undefined,
    timeZone: 'Asia/Shanghai',
    logLevel: 'info',
  })
})

test('with a token it is Telegram', () => {
  expect(load({ BOT_TOKEN: token })).toEqual({
    mode: 'telegram',
    token,
    apiRoot: 'https://api.telegram.org',
    proxy: undefined,
    dataDir: './data',
    host: '127.0.0.1',
    port: 8787,
    publicUrl: undefined,
    timeZone: 'Asia/Shanghai',
    logLevel: 'info',
  })
})

test('everything can be set', () => {
  const env = {
    BOT_TOKEN_FILE: '/run/secrets/token',
    TELEGRAM_API_ROOT: 'https://bot-api.example.cn/root/',
    DATA_DIR: '/var/lib/zhijian',
    HOST: '0.0.0.0',
    PORT: '80',
    PUBLIC_URL: 'https://zhibu.example.cn/',
    TIME_ZONE: 'Asia/Urumqi',
    LOG_LEVEL: 'debug',
    ALL_PROXY: 'socks5://127.0.0.1:1080',
  }
  expect(load(env)).toEqual({
    mode: 'telegram',
    token,
    apiRoot: 'https://bot-api.example.cn/root',
    proxy: 'socks5://127.0.0.1:1080',
    dataDir: '/var/lib/zhijian',
    host: '0.0.0.0',
    port: 80,
    publicUrl: 'https://zhibu.example.cn',
    timeZone: 'Asia/Urumqi',
    logLevel: 'debug',
  })
})

test('blank counts as not set', () => {
  expect(load({ BOT_TOKEN: ' ', PORT: '', PUBLIC_URL: '', DATA_DIR: '' })).toEqual(load({}))
})

test.for([
  ['HTTPS_PROXY comes before ALL_PROXY', 'https://api.telegram.org', 'http://p:1'],
  ['an API root on this machine is reached directly', 'http://127.0.0.1:8081', undefined],
  ['so is localhost', 'http://localhost:8081/', undefined],
] as const)('%s', ([, TELEGRAM_API_ROOT, proxy]) => {
  const env = { BOT_TOKEN: token, HTTPS_PROXY: 'http://p:1', ALL_PROXY: 'socks5://q:2' }
  expect(load({ ...env, TELEGRAM_API_ROOT })).toMatchObject({ proxy })
})

test.for([
  ['BOT_TOKEN', '123:abc'],
  ['BOT_TOKEN', `bot${token}`],
  ['BOT_TOKEN', `${token} more`],
  ['BOT_TOKEN_FILE', '/nowhere'],
  ['BOT_TOKEN_FILE', '/empty'],
  ['TELEGRAM_API_ROOT', 'api.telegram.org'],
  ['TELEGRAM_API_ROOT', 'ftp://api.telegram.org'],
  ['HOST', 'http://127.0.0.1'],
  ['HOST', 'a b'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '80.5'],
  ['PORT', '0x50'],
  ['PORT', 'eighty'],
  ['PUBLIC_URL', 'zhibu.example.cn'],
  ['PUBLIC_URL', 'https://zhibu.example.cn/path'],
  ['PUBLIC_URL', 'https://zhibu.example.cn/?x=1'],
  ['PUBLIC_URL', 'https://me:secret@zhibu.example.cn'],
  ['PUBLIC_URL', 'javascript:alert(1)'],
  ['TIME_ZONE', 'Beijing'],
  ['TIME_ZONE', '+08:00'],
  ['LOG_LEVEL', 'verbose'],
] as const)('%s=%s is refused by name', ([name, value]) => {
  expect(problemNames({ [name]: value })).toEqual([name])
})

test.for(['HTTPS_PROXY', 'ALL_PROXY'])('%s matters only with a token', (name) => {
  expect(problemNames({ [name]: 'proxy.example.cn:8080' })).toEqual([])
  expect(problemNames({ BOT_TOKEN: token, [name]: 'proxy.example.cn:8080' })).toEqual([name])
})

test('a token and a token file together are one too many', () => {
  expect(problemNames({ BOT_TOKEN: token, BOT_TOKEN_FILE: '/run/secrets/token' })).toEqual([
    'BOT_TOKEN_FILE',
  ])
})

test('all problems are told at once, each with what to do', () => {
  const env = { BOT_TOKEN: 'x', PORT: 'x', TIME_ZONE: 'x' }
  const loaded = loadConfig(env, readSecret)
  if (loaded.ok) throw new Error('loaded')
  expect(describeProblems(loaded.problems)).toBe(
    [
      '设置里有 3 处要改：',
      '  BOT_TOKEN：不像 BotFather 给的令牌。改法：整行复制 BotFather 给的令牌：一串数字、冒号、一串字母数字。',
      '  PORT：不是端口号。改法：写 0 到 65535 之间的整数，如 8787，或删掉这一项。',
      '  TIME_ZONE：不是时区名。改法：写时区名，如 Asia/Shanghai，或删掉这一项。',
    ].join('\n'),
  )
})

test('whatever is set, it loads or names the problems, and never shows a value', () => {
  const names = Object.keys(environmentSchema.shape)
  const value = fc.string({ minLength: 1 }).map((text) => `§${text}`)
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), value), (env) => {
      const loaded = loadConfig(env, readSecret)
      const text = loaded.ok ? '' : describeProblems(loaded.problems)
      expect(text).not.toContain('§')
      expect(loaded.ok || loaded.problems.length > 0).toBe(true)
    }),
  )
})
