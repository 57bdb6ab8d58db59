import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * Makes a folder and those above it, where they are not there. Node's own way never returns where a file system says of a new name
 * that it does not exist, as `/proc` does.
 */
export function makeFolder(path: string): void {
  const above = dirname(resolve(path))
  try {
    mkdirSync(path)
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return
    if (code !== 'ENOENT' || existsSync(above)) throw thrown
    makeFolder(above)
    makeFolder(path)
  }
}
