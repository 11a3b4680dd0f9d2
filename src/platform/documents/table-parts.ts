// Unpacks a workbook, which is a zip of parts, within bounds: no size it claims is believed.

import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import type { UnreadableReason } from './grid.ts'
import { harmlessBytes, highestRatio, mostInflatedBytes, mostParts } from './table-limits.ts'

/** What is in a workbook, by its path there. */
export type Parts = ReadonlyMap<string, Buffer>

const expected =
  /^(?:\[Content_Types\]\.xml|(?:_rels|docProps|docMetadata|customXml|xl)\/[\w./() -]*)$/
const kinds = /(?:\/|\.(?:xml|rels|vml|bin|png|jpe?g|gif|bmp|tiff?|svg|emf|wmf))$/i
const markup = /\.(?:xml|rels|vml)$/i

/** Unpacks all parts, or says what is wrong with them. */
export async function unpack(bytes: Uint8Array): Promise<Parts | UnreadableReason> {
  try {
    // The names and sizes are checked here, where each refusal has its reason.
    const options = { decodeStrings: false, validateEntrySizes: false }
    const zip = await fromBufferPromise(Buffer.from(bytes), options)
    const entries: Entry[] = []
    for await (const entry of zip.eachEntry()) entries.push(entry)
    return objectionTo(entries) ?? (await inflateAll(zip, entries))
  } catch {
    // Whatever a zip library stumbles over is no zip.
    return 'notATable'
  }
}

function objectionTo(entries: readonly Entry[]): UnreadableReason | undefined {
  const names = entries.map(nameOf)
  if (names.includes('xl/workbook.bin')) return 'oldWorkbook'
  if (!names.includes('xl/workbook.xml')) return 'notATable'
  if (names.length > mostParts || new Set(names).size < names.length) return 'suspicious'
  if (!names.every(isExpected)) return 'suspicious'
  return entries.some((entry) => entry.isEncrypted()) ? 'oldWorkbook' : undefined
}

function isExpected(name: string): boolean {
  return expected.test(name) && kinds.test(name) && !name.split('/').includes('..')
}

async function inflateAll(
  zip: ZipFile,
  entries: readonly Entry[],
): Promise<Parts | UnreadableReason> {
  const parts = new Map<string, Buffer>()
  let room = mostInflatedBytes
  for (const entry of entries) {
    const name = nameOf(entry)
    const most = Math.max(harmlessBytes, entry.compressedSize * highestRatio)
    const part = await inflate(zip, entry, Math.min(room, most))
    if (!part) return room < most ? 'tooBig' : 'suspicious'
    if (markup.test(name) && declaresEntities(part)) return 'suspicious'
    parts.set(name, part)
    room -= part.length
  }
  return parts
}

/** The part whole, or nothing when it is longer than `mostBytes`. */
async function inflate(zip: ZipFile, entry: Entry, mostBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    length += chunk.length
    if (length > mostBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** No workbook of an office program holds these; they are there to blow up. */
function declaresEntities(part: Buffer): boolean {
  return part.includes('<!DOCTYPE') || part.includes('<!ENTITY')
}

/** Some writers of .NET put backslashes, which the format forbids. */
function nameOf({ fileNameRaw }: Entry): string {
  return fileNameRaw.toString('latin1').replaceAll('\\', '/')
}
