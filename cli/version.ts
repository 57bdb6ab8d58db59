import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../schemas/project-root.ts'

/** Version of the package. */
export const version: string = (
  JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string }
).version
