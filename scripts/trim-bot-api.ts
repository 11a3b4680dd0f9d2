// Cuts the machine-readable Bot API down to what the emulator checks: node scripts/trim-bot-api.ts <full.json>

import { readFileSync, writeFileSync } from 'node:fs'

interface Field {
  name: string
  types: string[]
  required: boolean
}

interface Full {
  version: string
  methods: Record<string, { fields?: Field[]; returns: string[] }>
  types: Record<string, { fields?: Field[]; subtypes?: string[] }>
}

/** What a bot like ours calls; `src/sandbox/methods/` has a file for each. */
const methods = [
  'getMe',
  'getUpdates',
  'sendMessage',
  'sendDocument',
  'sendPhoto',
  'editMessageText',
  'editMessageReplyMarkup',
  'deleteMessage',
  'pinChatMessage',
  'unpinChatMessage',
  'answerCallbackQuery',
  'getChat',
  'getChatMember',
  'getFile',
  'setMyCommands',
  'getWebhookInfo',
  'deleteWebhook',
  'setMessageReaction',
  'leaveChat',
]

const target = new URL('../src/sandbox/bot-api.json', import.meta.url)

function trim(full: Full) {
  const kept = Object.fromEntries(methods.map((name) => [name, method(full, name)]))
  const wanted = new Set<string>()
  const roots = Object.values(kept).flatMap(({ parameters, returns }) => [
    ...Object.values(parameters),
    returns,
  ])
  for (const root of roots) reach(full, root, wanted)
  const types = [...wanted].sort().map((name) => [name, type(full, name)])
  return { version: full.version, methods: kept, types: Object.fromEntries(types) }
}

function method(full: Full, name: string) {
  const found = full.methods[name]
  if (!found) throw new Error(`${name} is not in ${full.version}`)
  return { parameters: fields(found.fields), returns: notation(found.returns) }
}

/** A union is a list of names; an object has its fields, optional ones with a question mark. */
function type(full: Full, name: string) {
  const found = full.types[name]
  return found?.subtypes ?? fields(found?.fields)
}

function fields(list: readonly Field[] = []): Record<string, string> {
  return Object.fromEntries(
    list.map(({ name, types, required }) => [required ? name : `${name}?`, notation(types)]),
  )
}

/** `Array of Array of X` becomes `X[][]`, alternatives are joined by a bar. */
function notation(types: readonly string[]): string {
  return types
    .map((name) =>
      name.replace(
        /^((?:Array of )*)(.*)$/,
        (_, arrays: string, base: string) => base + '[]'.repeat(arrays.length / 'Array of '.length),
      ),
    )
    .join('|')
}

function reach(full: Full, types: string, wanted: Set<string>): void {
  for (const name of types.split('|').map((part) => part.replaceAll('[]', ''))) {
    const found = full.types[name]
    if (!found || wanted.has(name)) continue
    wanted.add(name)
    for (const next of found.subtypes ?? Object.values(fields(found.fields))) {
      reach(full, next, wanted)
    }
  }
}

const source = process.argv[2]
if (!source)
  throw new Error('Say where the full Bot API lies: node scripts/trim-bot-api.ts <full.json>')
const full = JSON.parse(readFileSync(source, 'utf8')) as Full
writeFileSync(target, `${JSON.stringify(trim(full), null, 2)}\n`)
