import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'
import { readClauses } from '../../contracts/clauses.ts'
import { providers } from '../../contracts/index.ts'
import { projectRoot } from '../../schemas/project-root.ts'
import { documentsWithRegions } from '../../scripts/documents-with-regions.ts'

const known = new Set(providers.flatMap(({ name }) => [...readClauses(name).keys()]))
const names = providers.map(({ name }) => name).join('|')
const pages = [...documentsWithRegions(), join(projectRoot, 'CONTRIBUTING.md')].map((page) =>
  relative(projectRoot, page),
)

it.each(pages)('every clause that %s names exists', (page) => {
  const text = readFileSync(join(projectRoot, page), 'utf8')
  const named = [...text.matchAll(new RegExp(`(?<![\\w./-])(?:${names})(?:\\.[a-z0-9-]+){2,5}(?![\\w/-])`, 'g'))].map(
    ([id]) => id,
  )
  expect(named.filter((id) => !known.has(id))).toEqual([])
})

it('a suite writes each id of a clause whole, so that a search for it finds what judges it', () => {
  const glued = new RegExp(`\`(?:${names})\\.[^\`]*\\$\\{`)
  const files = readdirSync(join(projectRoot, 'suites'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  )
  expect(files.filter((path) => glued.test(readFileSync(join(projectRoot, 'suites', path), 'utf8')))).toEqual([])
})
