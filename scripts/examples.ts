import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../schemas/project-root.ts'

// Runs the tests of the example repositories as their owners do: outside the checkout, with the packed file installed.

const examples = join(projectRoot, 'examples')
const wanted = process.argv.slice(2)
const names = readdirSync(examples).filter(
  (name) => existsSync(join(examples, name, 'package.json')) && (wanted.length === 0 || wanted.includes(name)),
)
const folder = mkdtempSync(join(tmpdir(), 'assay-examples-'))

function npm(cwd: string, ...args: readonly string[]): void {
  execFileSync('npm', args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] })
}

try {
  npm(projectRoot, 'pack', '--silent', '--pack-destination', folder)
  const packed = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? ''
  for (const name of names) {
    const copy = join(folder, name)
    cpSync(join(examples, name), copy, { recursive: true })
    npm(copy, 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-dev', join(folder, packed))
    npm(copy, 'test')
  }
  process.stdout.write(`examples that run: ${names.join(', ')}\n`)
} finally {
  rmSync(folder, { recursive: true })
}
