import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The text of every file below a folder. */
export const allFiles = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')
