import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../schemas/project-root.ts'

/** Builds the command where a source file is newer than the built one; after `npm ci` none is. */
export default function buildWhenStale(): void {
  const command = join(projectRoot, 'dist/cli/main.js')
  const builtAt = existsSync(command) ? statSync(command).mtimeMs : 0
  if (sources().some((path) => statSync(path).mtimeMs > builtAt))
    execFileSync('npm', ['run', 'build'], { cwd: projectRoot, stdio: 'pipe' })
}

function sources(): readonly string[] {
  const config = join(projectRoot, 'tsconfig.build.json')
  const { include } = JSON.parse(readFileSync(config, 'utf8')) as { readonly include: readonly string[] }
  const files = include.flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => join(projectRoot, folder, path)),
  )
  return [config, ...files]
}
