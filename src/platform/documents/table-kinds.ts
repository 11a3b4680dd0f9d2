// What kind of file somebody sent: told by what is in it, because names are often wrong.

import type { TableRead } from './grid.ts'
import { longestFileBytes } from './table-limits.ts'
import { readText } from './table-text.ts'
import { readWorkbook } from './table-workbook.ts'

export interface SentFile {
  /** As the sender named it. */
  name: string
  bytes: Uint8Array
}

const zipMark = [0x50, 0x4b, 0x03, 0x04]
const oleMark = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** Streams of an .xls, and of any document with a password (MS-CFB, MS-XLS, MS-OFFCRYPTO). */
const workbookStreams = ['Workbook', 'Book', 'EncryptedPackage']

/** Reads a file as a table, or says why it cannot. */
export async function readSent({ name, bytes }: SentFile): Promise<TableRead> {
  if (bytes.length > longestFileBytes) return { ok: false, reason: 'tooBig' }
  if (startsWith(bytes, zipMark)) return readWorkbook(bytes)
  if (startsWith(bytes, oleMark)) {
    return { ok: false, reason: isWorkbook(bytes) ? 'oldWorkbook' : 'notATable' }
  }
  if (isMarkup(bytes)) {
    // Many programs write a web page and call it a workbook.
    return { ok: false, reason: /\.xls$/i.test(name) ? 'oldWorkbook' : 'notATable' }
  }
  return readText(bytes, name.replace(/\.\w+$/, ''))
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte)
}

function isWorkbook(bytes: Uint8Array): boolean {
  const names = workbookStreams.map((stream) => Buffer.from(`${stream}\0`, 'utf16le'))
  return names.some((name) => Buffer.from(bytes).includes(name))
}

function isMarkup(bytes: Uint8Array): boolean {
  return /^\s*<[!?\w]/.test(
    Buffer.from(bytes.subarray(0, 100)).toString('latin1').replace(/^ï»¿/, ''),
  )
}
