// Packs checked parts anew, uncompressed: the reader of workbooks sees nothing that was not checked.

import { crc32 } from 'node:zlib'
import type { Parts } from './table-parts.ts'

/** A zip file of these parts (APPNOTE.TXT 6.3.10, 4.3.7, 4.3.12 and 4.3.16). */
export function pack(parts: Parts): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [path, bytes] of parts) {
    const name = Buffer.from(path)
    const common = commonFields(name, bytes)
    const file = [words(0x04034b50), common, name, bytes]
    directory.push(words(0x02014b50), halves(20), common, Buffer.alloc(10), words(offset), name)
    files.push(...file)
    offset += lengthOf(file)
  }
  const end = [halves(0, 0, parts.size, parts.size), words(lengthOf(directory), offset), halves(0)]
  return Buffer.concat([...files, ...directory, words(0x06054b50), ...end])
}

/** From the version needed to the length of the extra field: stored, without a date. */
function commonFields(name: Buffer, bytes: Buffer): Buffer {
  return Buffer.concat([
    halves(20, 0, 0, 0, 0),
    words(crc32(bytes), bytes.length, bytes.length),
    halves(name.length, 0),
  ])
}

function words(...values: number[]): Buffer {
  return Buffer.from(Uint32Array.from(values).buffer)
}

function halves(...values: number[]): Buffer {
  return Buffer.from(Uint16Array.from(values).buffer)
}

function lengthOf(buffers: readonly Buffer[]): number {
  return buffers.reduce((sum, { length }) => sum + length, 0)
}
