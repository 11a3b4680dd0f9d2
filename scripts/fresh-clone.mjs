// From a fresh clone to the first member who has checked in, with the machine's own Node and by
// HTTP alone: node scripts/fresh-clone.mjs. Plain JavaScript, since that Node may be an old one.

import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const mostInstallSeconds = 60
const mostPageSeconds = 3
const patienceMs = 10_000
const pollMs = 20

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'zhijian-clone-'))
/** @type {import('node:child_process').ChildProcess | undefined} */
let program

try {
  execFileSync('git', ['clone', '--quiet', root, folder], { stdio: 'inherit' })
  const from = performance.now()
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { ...surroundings(), stdio: 'ignore' })
  const installed = seconds(from)
  const started = performance.now()
  program = spawn('npm', ['start'], {
    ...surroundings(),
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const address = await addressOf(program)
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`The page: ${answer.status}`)
  const page = seconds(started)
  await checksIn(address)
  const all = seconds(from)
  process.stdout.write(
    `npm ci ${installed} s, page ${page} s, first member checked in after ${all} s\n`,
  )
  const isQuick = installed < mostInstallSeconds && page < mostPageSeconds
  process.exitCode = isQuick ? 0 : 1
} finally {
  await end(program)
  rmSync(folder, { recursive: true, force: true })
}

/** As somebody would have it who has just cloned: no token, none of our own packages on the path. */
function surroundings() {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_|BOT_TOKEN|DATA_DIR)/.test(name),
  )
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((place) => !place.includes('node_modules'))
  return {
    cwd: folder,
    env: { ...Object.fromEntries(kept), PATH: path.join(delimiter), PORT: '0' },
  }
}

/** @param {import('node:child_process').ChildProcess} started */
async function addressOf({ stdout }) {
  if (!stdout) throw new Error('The program has no stdout')
  for await (const line of createInterface(stdout)) {
    const address = /^sandbox: (\S+)$/.exec(line)?.[1]
    if (address) return address
  }
  throw new Error('The program ended before it listened')
}

/** What the tour describes, up to the first check-in. @param {string} address */
async function checksIn(address) {
  const { claimCode, roster, steps } = await get(address, 'tour')
  const { people } = await get(address, 'screen')
  const [secretary, organiser, member] = ['陈敏', '周航', '李晓雯'].map((name) =>
    player(address, people.find((/** @type {any} */ one) => one.name === name).id),
  )
  if (!secretary || !organiser || !member) throw new Error('The cast is not complete')
  await secretary.enters('我来开通')
  await secretary.says('启用码', claimCode)
  await secretary.presses('用群名')
  await secretary.says('2/3', roster)
  for (const label of ['导入', '陈敏', '每月第一个周五', '就这样', '周航'])
    await secretary.presses(label)
  await organiser.claims('周航 7702')
  await organiser.says(
    '认领成功',
    steps.find((/** @type {any} */ { id }) => id === 'announce').copy,
  )
  for (const label of ['发布到群', '现在发送']) await organiser.presses(label)
  await member.claims('李晓雯 6281')
  await member.presses('参加')
  await post(address, 'clock', { to: 'session' })
  await member.enters('我到了，签到')
  await member.reads('签到成功')
}

/** @param {string} address @param {number} as */
function player(address, as) {
  /** @param {(message: any) => boolean} fits */
  async function find(fits) {
    for (let left = patienceMs; left > 0; left -= pollMs) {
      const { messages } = await get(address, `screen?as=${as}`)
      const all = Object.entries(messages).flatMap(([chat, list]) =>
        list.map((/** @type {any} */ message) => ({ ...message, chat: Number(chat) })),
      )
      const found = all.findLast(fits)
      if (found) return found
      await new Promise((resolve) => setTimeout(resolve, pollMs))
    }
    throw new Error(`Waited in vain: ${fits}`)
  }
  /** @param {string} label */
  async function presses(label) {
    const has = (/** @type {any} */ button) => button.label.includes(label)
    const message = await find(({ buttons }) => buttons.flat().some(has))
    const row = message.buttons.findIndex((/** @type {any} */ keys) => keys.some(has))
    const button = { row, column: message.buttons[row].findIndex(has) }
    return post(address, 'press', { as, chat: message.chat, message: message.id, button })
  }
  const reads = (/** @type {string} */ words) => find(({ text }) => text.includes(words))
  /** @param {string} label */
  async function enters(label) {
    const { open } = await presses(label)
    await post(address, 'start', { as, payload: open.payload })
  }
  /** @param {string} after @param {string} text */
  async function says(after, text) {
    const { chat } = await reads(after)
    await post(address, 'say', { as, chat, text })
  }
  /** @param {string} who */
  async function claims(who) {
    await enters('认领身份')
    await says('手机后四位', who)
    await presses('是我')
    await reads('认领成功')
  }
  return { presses, reads, enters, says, claims }
}

/** @param {string} address @param {string} path @returns {Promise<any>} */
async function get(address, path) {
  return (await fetch(`${address}api/${path}`)).json()
}

/** @param {string} address @param {string} path @param {object} body @returns {Promise<any>} */
async function post(address, path, body) {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${address}api/${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  const told = await answer.json()
  if (!told.ok) throw new Error(`${path}: ${told.error}`)
  return told
}

/** @param {import('node:child_process').ChildProcess | undefined} started */
async function end(started) {
  if (!started?.pid || started.exitCode !== null) return
  const ended = once(started, 'exit')
  // npm and what it started share a group.
  process.kill(-started.pid, 'SIGTERM')
  await ended
}

/** @param {number} from */
function seconds(from) {
  return Number(((performance.now() - from) / 1_000).toFixed(1))
}
