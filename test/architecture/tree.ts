// The project's own files, as the architecture test reads them.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

export interface Source {
  /** From the project's root, with forward slashes. */
  path: string
  lines: readonly string[]
  text: string
}

/** A file of the project as text. */
export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** Every file under a folder. */
export function pathsUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
    .sort()
}

/** The files under `folders` that people write by hand. */
export function sourcesUnder(...folders: readonly string[]): Source[] {
  return folders
    .flatMap(pathsUnder)
    .filter((path) => /\.(ts|mjs|js|css|html)$/.test(path))
    .map((path) => {
      const text = read(path)
      return { path, text, lines: text.replace(/\n$/, '').split('\n') }
    })
}

/** What lies directly in a folder: its folders and its files. */
export function within(folder: string): { folders: string[]; files: string[] } {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  const names = (wanted: boolean) =>
    entries.filter((entry) => entry.isDirectory() === wanted).map((entry) => entry.name)
  return { folders: names(true), files: names(false) }
}
