// The contract with the program: what it tells, what can be asked of it.

/** @typedef {{ letters: string, colour: number | string }} Avatar */
/** @typedef {{ id: number, name: string, role: string, age?: number, note?: string, avatar: Avatar }} Person */
/** @typedef {{ type: string, offset: number, length: number, url?: string }} Entity */
/** @typedef {{ label: string, kind: 'callback' | 'url' | 'copy' | 'link', style?: string, url?: string }} Button */
/** @typedef {{ id: string, name: string, size: number, kind: string }} Attachment */
/** @typedef {{ name: string, phone: string, avatar: Avatar }} Contact */
/** @typedef {{ label: string, kind: 'text' | 'contact', style?: string }} Key */
/** @typedef {{ rows: Key[][], fits: boolean, isFolded: boolean }} Keyboard */
/** @typedef {{ message: number, placeholder?: string, keyboard?: Keyboard }} Input Without a keyboard a reply was begun. */
/** @typedef {{ id: number, name: string, isBot: boolean, avatar: Avatar, mine: boolean }} Sender */

/**
 * @typedef {object} Message
 * @property {number} id
 * @property {Sender} from
 * @property {string} at
 * @property {string} text
 * @property {Entity[]} entities
 * @property {Button[][]} buttons
 * @property {Attachment} [file]
 * @property {Contact} [contact]
 * @property {number} [replyTo]
 * @property {boolean} silent
 * @property {boolean} edited
 * @property {boolean} service
 * @property {string[]} reactions
 */

/**
 * @typedef {object} Chat In a private chat the id is the bot's.
 * @property {number} id
 * @property {'private' | 'group'} kind
 * @property {string} title
 * @property {Avatar} avatar
 * @property {{ text: string, at: string } | null} last
 * @property {number | null} pinned
 * @property {number} [memberCount]
 * @property {Input} [input] what the bot put at the input
 */

/**
 * @typedef {object} Screen
 * @property {string} now
 * @property {string} zone
 * @property {Person} me
 * @property {Person[]} people
 * @property {{ id: number, name: string, username: string }} bot
 * @property {boolean} started
 * @property {boolean} blocked
 * @property {Chat[]} chats
 * @property {Record<string, Message[]>} messages
 */

/** @typedef {{ id: string, title: string, hint: string, done: boolean, as?: number, chat?: number, copy?: string }} Step */
/** @typedef {{ steps: Step[], claimCode: string, roster: string, scene: 'blank' | 'month' }} Tour */
/** @typedef {{ command: string, description: string }} Command */
/** @typedef {{ at: string, method: string, params: object, ok: boolean, result?: unknown, error?: unknown, ms?: number }} Call */
/** @typedef {{ chat: number, payload?: string }} Opening */

/**
 * @typedef {object} Answer
 * @property {boolean} ok
 * @property {string} [error]
 * @property {string} [toast]
 * @property {string} [alert]
 * @property {Opening} [open]
 * @property {string} [url]
 * @property {string} [copy]
 * @property {string} [now] what the clock shows after a jump
 * @property {string} [did] what the others did
 */

/**
 * @template T
 * @param {string} path
 * @param {Record<string, string | number>} [query]
 * @returns {Promise<T>}
 */
export async function ask(path, query = {}) {
  const response = await fetch(`/api/${path}?${search(query)}`, { cache: 'no-store' })
  if (!response.ok) throw new Error(await response.text())
  return response.json()
}

/**
 * @template T
 * @param {string} path
 * @param {object} body
 * @returns {Promise<T>}
 */
export function tell(path, body) {
  return post(`/api/${path}`, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

/**
 * @param {Record<string, string | number>} query
 * @param {File} file
 * @returns {Promise<Answer>}
 */
export function upload(query, file) {
  return post(`/api/file?${search(query)}`, { body: file })
}

/**
 * Where a file is loaded from.
 * @param {string} id
 * @param {number} as
 */
export function fileAddress(id, as) {
  return `/api/file/${encodeURIComponent(id)}?${search({ as })}`
}

/**
 * @template T
 * @param {string} address
 * @param {RequestInit} init
 * @returns {Promise<T>}
 */
async function post(address, init) {
  const response = await fetch(address, { method: 'POST', ...init })
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(text || `HTTP ${response.status}`)
  }
}

/** @param {Record<string, string | number>} query */
function search(query) {
  return new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
}
