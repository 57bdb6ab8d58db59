import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { projectRoot } from '../../schemas/project-root.ts'
import { temporaryFolder } from '../temporary-folder.ts'

export interface Packed {
  /** Path of the packed file. */
  readonly tarball: string
  /** Paths of what is in it, below the package's folder. */
  readonly files: readonly string[]
  /** Bytes of the packed file. */
  readonly size: number
}

/** What people leave in a working folder, and what must not be packed. */
const strays = ['traffic.har', '.env', 'report/report.json', 'dist/removed-long-ago.js', 'contracts/notes.har']

/** What a checkout holds beside its sources. */
const leftOut = new Set(['.git', '.assay', '.stryker-tmp', 'coverage', 'dist', 'node_modules', 'report', 'reports'])

/** Packs a copy of the working tree as `npm publish` would, so that whatever uses the built files of the checkout is left alone. */
export function pack(): Packed {
  const copy = temporaryFolder()
  cpSync(projectRoot, copy, { recursive: true, filter: (path) => !leftOut.has(relative(projectRoot, path)) })
  symlinkSync(join(projectRoot, 'node_modules'), join(copy, 'node_modules'))
  for (const path of strays) {
    mkdirSync(join(copy, dirname(path)), { recursive: true })
    writeFileSync(join(copy, path), 'not for others')
  }
  const output = execFileSync('npm', ['pack', '--json', '--loglevel=error'], { cwd: copy, stdio: 'pipe' })
  const json = output.toString('utf8')
  const [packed] = JSON.parse(json.slice(json.indexOf('[\n'))) as [
    { readonly filename: string; readonly size: number; readonly files: readonly { readonly path: string }[] },
  ]
  return { tarball: join(copy, packed.filename), size: packed.size, files: packed.files.map(({ path }) => path) }
}
