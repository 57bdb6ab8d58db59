import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../schemas/project-root.ts'

/** The README and every page of docs. */
export function documentsWithRegions(): readonly string[] {
  const docs = readdirSync(join(projectRoot, 'docs')).filter((name) => name.endsWith('.md'))
  return ['README.md', ...docs.map((name) => join('docs', name))].map((name) => join(projectRoot, name))
}
