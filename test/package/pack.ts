import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
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

/** What is made for these tests is kept here, under a hash of all that it is made of. */
export const packageCache = join(projectRoot, 'node_modules', '.cache', 'assay-package')

/** Packs the working tree as `npm publish` would; once for each state of it. */
export function pack(): Packed {
  const folder = join(packageCache, `packed-${sourcesHash()}`)
  if (!existsSync(folder)) {
    const made = packCopy()
    mkdirSync(packageCache, { recursive: true })
    moveInto(made, folder)
  }
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? ''
  const files = JSON.parse(readFileSync(join(folder, 'files.json'), 'utf8')) as readonly string[]
  return { tarball: join(folder, tarball), files, size: statSync(join(folder, tarball)).size }
}

/** Packs a copy, so that whatever uses the built files of the checkout is left alone. */
function packCopy(): string {
  const copy = temporaryFolder()
  const into = temporaryFolder()
  cpSync(projectRoot, copy, { recursive: true, filter: (path) => !leftOut.has(relative(projectRoot, path)) })
  symlinkSync(join(projectRoot, 'node_modules'), join(copy, 'node_modules'))
  for (const path of strays) {
    mkdirSync(join(copy, dirname(path)), { recursive: true })
    writeFileSync(join(copy, path), 'not for others')
  }
  const words = ['pack', '--json', '--loglevel=error', '--pack-destination', into]
  const json = execFileSync('npm', words, { cwd: copy, stdio: 'pipe' }).toString('utf8')
  // what the build prints comes first
  const [{ files }] = JSON.parse(json.slice(json.indexOf('[\n'))) as [{ readonly files: readonly { path: string }[] }]
  writeFileSync(join(into, 'files.json'), JSON.stringify(files.map(({ path }) => path)))
  return into
}

function sourcesHash(): string {
  const hash = createHash('sha256').update(process.version)
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      const name = relative(projectRoot, path)
      if (leftOut.has(name) || name === 'test') continue
      if (entry.isDirectory()) visit(path)
      else if (entry.isFile()) hash.update(name).update(readFileSync(path))
    }
  }
  visit(projectRoot)
  return hash.digest('hex').slice(0, 16)
}

/** Copies what was made to where it is kept; whoever is first wins. */
export function moveInto(made: string, kept: string): void {
  const partial = `${kept}.${process.pid}`
  cpSync(made, partial, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(partial, kept)
  } catch {
    rmSync(partial, { recursive: true })
  }
}
