// The environment, checked once at start: a Config, or every problem by name with its fix.

import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { LogLevel } from './platform/log.ts'

/** Every variable the program reads. */
export const environmentSchema = z.object({
  BOT_TOKEN: z
    .string()
    .regex(/^\d{6,}:[\w-]{30,}$/)
    .optional(),
  BOT_TOKEN_FILE: z.string().optional(),
  TELEGRAM_API_ROOT: z.url({ protocol: /^https?$/ }).default('https://api.telegram.org'),
  DATA_DIR: z.string().optional(),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().max(65_535))
    .default(8787),
  PUBLIC_URL: z.string().refine(isOrigin).optional(),
  TIME_ZONE: z.string().refine(isTimeZone).default('Asia/Shanghai'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  HTTPS_PROXY: proxy(),
  ALL_PROXY: proxy(),
})

type Name = keyof typeof environmentSchema.shape
type Environment = z.infer<typeof environmentSchema>

/** What every start needs, with or without Telegram. */
interface Common {
  dataDir: string
  host: string
  port: number
  /** Origin without a final slash; absent: no Mini App, screen links use host and port. */
  publicUrl: string | undefined
  timeZone: string
  logLevel: LogLevel
}

export interface TelegramConfig extends Common {
  mode: 'telegram'
  token: string
  /** Without a final slash. */
  apiRoot: string
  /** http or socks, for Telegram only; never for an API root on this machine. */
  proxy: string | undefined
}

interface SandboxConfig extends Common {
  mode: 'sandbox'
}

export type Config = TelegramConfig | SandboxConfig

/** What is wrong with one variable. Never holds its value: it may be a secret. */
export interface Problem {
  name: string
  problem: string
  fix: string
}

type Loaded = { ok: true; config: Config } | { ok: false; problems: Problem[] }

const advice: Record<Name, Omit<Problem, 'name'>> = {
  BOT_TOKEN: {
    problem: '不像 BotFather 给的令牌',
    fix: '整行复制 BotFather 给的令牌：一串数字、冒号、一串字母数字',
  },
  BOT_TOKEN_FILE: {
    problem: '读不到这个文件，或里面没有令牌',
    fix: '写令牌文件的完整路径，并让运行本程序的用户能读它',
  },
  TELEGRAM_API_ROOT: {
    problem: '不是 http 或 https 网址',
    fix: '不用自建的 Bot API 服务器就删掉这一项',
  },
  DATA_DIR: { problem: '不是目录路径', fix: '写数据目录的路径，或删掉这一项' },
  HOST: { problem: '不是本机地址', fix: '写一个地址，如 127.0.0.1，或删掉这一项' },
  PORT: { problem: '不是端口号', fix: '写 0 到 65535 之间的整数，如 8787，或删掉这一项' },
  PUBLIC_URL: {
    problem: '不是网站首页的网址',
    fix: '只写到域名，如 https://zhibu.example.cn，后面不带路径；没有公网地址就删掉这一项',
  },
  TIME_ZONE: { problem: '不是时区名', fix: '写时区名，如 Asia/Shanghai，或删掉这一项' },
  LOG_LEVEL: {
    problem: '不是日志级别',
    fix: '写 debug、info、warn、error 之一，或删掉这一项',
  },
  HTTPS_PROXY: { problem: '不是代理网址', fix: '写 http:// 或 socks5:// 开头的网址' },
  ALL_PROXY: { problem: '不是代理网址', fix: '写 http:// 或 socks5:// 开头的网址' },
}

/**
 * The configuration in `env`, or all its problems at once. Blank counts as absent.
 * `readSecret` gives a file's text, or throws.
 */
export function loadConfig(
  env: Record<string, string | undefined>,
  readSecret: (file: string) => string,
): Loaded {
  const { values, problems } = withToken(filledIn(env), readSecret)
  const parsed = environmentSchema.safeParse(values)
  const wrong = new Set(parsed.error?.issues.map((issue) => issue.path[0] as Name))
  problems.push(...[...wrong].map((name) => ({ name, ...advice[name] })))
  if (!parsed.success || problems.length > 0) return { ok: false, problems }
  return { ok: true, config: configOf(parsed.data) }
}

/** A secret's file as text. Throws when it cannot be read. */
export function readSecretFile(file: string): string {
  return readFileSync(file, 'utf8')
}

/** The problems as text for whoever starts the program. */
export function describeProblems(problems: readonly Problem[]): string {
  const lines = problems.map(({ name, problem, fix }) => `  ${name}：${problem}。改法：${fix}。`)
  return [`设置里有 ${problems.length} 处要改：`, ...lines].join('\n')
}

type Values = Partial<Record<Name, string>>

function filledIn(env: Record<string, string | undefined>): Values {
  const names = Object.keys(environmentSchema.shape) as Name[]
  const trimmed = names.map((name) => [name, env[name]?.trim()] as const)
  const values: Values = Object.fromEntries(trimmed.filter(([, value]) => value))
  if (values.BOT_TOKEN || values.BOT_TOKEN_FILE) return values
  // Proxies are everybody's variables: without Telegram they are none of our business.
  const { HTTPS_PROXY: _https, ALL_PROXY: _all, ...rest } = values
  return rest
}

function withToken(values: Values, readSecret: (file: string) => string) {
  const file = values.BOT_TOKEN_FILE
  const problems: Problem[] = []
  if (file === undefined) return { values, problems }
  const name = 'BOT_TOKEN_FILE'
  if (values.BOT_TOKEN !== undefined) {
    problems.push({ name, problem: '和 BOT_TOKEN 同时设了', fix: '两项只留一项' })
    return { values, problems }
  }
  const token = secretIn(file, readSecret)
  if (!environmentSchema.shape.BOT_TOKEN.safeParse(token).success || token === undefined) {
    problems.push({ name, ...advice.BOT_TOKEN_FILE })
    return { values, problems }
  }
  return { values: { ...values, BOT_TOKEN: token }, problems }
}

function secretIn(file: string, readSecret: (file: string) => string): string | undefined {
  try {
    return readSecret(file).trim()
  } catch {
    return undefined
  }
}

function configOf(env: Environment): Config {
  const common = {
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL && new URL(env.PUBLIC_URL).origin,
    timeZone: env.TIME_ZONE,
    logLevel: env.LOG_LEVEL,
  }
  if (env.BOT_TOKEN === undefined) {
    return { ...common, mode: 'sandbox', dataDir: env.DATA_DIR ?? './data-sandbox' }
  }
  return {
    ...common,
    mode: 'telegram',
    dataDir: env.DATA_DIR ?? './data',
    token: env.BOT_TOKEN,
    apiRoot: env.TELEGRAM_API_ROOT.replace(/\/+$/, ''),
    proxy: isLoopback(env.TELEGRAM_API_ROOT) ? undefined : (env.HTTPS_PROXY ?? env.ALL_PROXY),
  }
}

function isLoopback(url: string): boolean {
  return /^(localhost|127\..*|\[::1\])$/.test(new URL(url).hostname)
}

function proxy() {
  return z.url({ protocol: /^(https?|socks[45]?[ah]?)$/ }).optional()
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return /^[A-Za-z]/.test(name)
  } catch {
    return false
  }
}
