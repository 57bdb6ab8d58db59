import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../schemas/project-root.ts'
import { moveInto, packageCache } from './pack.ts'
import { temporaryFolder } from '../temporary-folder.ts'

/** A folder outside the checkout with the packed file installed by npm, as a user has it. */
export function installPacked(tarball: string): string {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  mkdirSync(packageCache, { recursive: true })
  const cache = join(packageCache, `installed-${dependenciesHash()}`)
  if (existsSync(cache)) cpSync(cache, folder, { recursive: true, verbatimSymlinks: true })
  else {
    npm(folder, ['install', '--prefer-offline', '--ignore-scripts', tarball])
    moveInto(folder, cache)
  }
  unpack(tarball, join(folder, 'node_modules', 'assay'))
  return folder
}

/** What npm installs beside the package depends on these alone. */
function dependenciesHash(): string {
  const { dependencies, bin } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    readonly dependencies: unknown
    readonly bin: unknown
  }
  return createHash('sha256')
    .update(JSON.stringify([dependencies, bin, process.version, process.platform]))
    .digest('hex')
    .slice(0, 16)
}

function unpack(tarball: string, into: string): void {
  rmSync(into, { recursive: true, force: true })
  mkdirSync(into, { recursive: true })
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', into])
}

function npm(cwd: string, args: readonly string[]): void {
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd, stdio: 'pipe' })
}
