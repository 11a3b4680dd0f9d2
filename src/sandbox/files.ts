// Files that were sent: stored whole, found by id or by download path.

import type { Upload } from './multipart.ts'

export type FileKind = 'document' | 'photo' | 'voice' | 'sticker'

export interface StoredFile extends Upload {
  id: string
  uniqueId: string
  kind: FileKind
  mime: string
  /** Below `/file/bot<token>/`. */
  path: string
}

export interface Files {
  store(kind: FileKind, upload: Upload): StoredFile
  byId(id: string): StoredFile | undefined
  byPath(path: string): StoredFile | undefined
}

const folders: Record<FileKind, string> = {
  document: 'documents',
  photo: 'photos',
  voice: 'voice',
  sticker: 'stickers',
}

const mimes: Record<string, string> = {
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  jpg: 'image/jpeg',
  ogg: 'audio/ogg',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
  webp: 'image/webp',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
}

export function createFiles(): Files {
  const files: StoredFile[] = []
  return {
    store(kind, { name, bytes }) {
      const number = files.length + 1
      const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? 'dat'
      const file: StoredFile = {
        name,
        bytes,
        kind,
        id: `file-${number}`,
        uniqueId: `unique-${number}`,
        mime: mimes[extension] ?? 'application/octet-stream',
        path: `${folders[kind]}/file_${number}.${extension}`,
      }
      files.push(file)
      return file
    },
    byId: (id) => files.find((file) => file.id === id),
    byPath: (path) => files.find((file) => file.path === path),
  }
}
