import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'
import { projectRoot } from '../../schemas/project-root.ts'
import { documentsWithRegions } from '../../scripts/documents-with-regions.ts'

const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>
}
const pages = [...documentsWithRegions(), join(projectRoot, 'CONTRIBUTING.md')]

it.each(pages.map((page) => relative(projectRoot, page)))('every npm script that %s names exists', (page) => {
  const named = [...readFileSync(join(projectRoot, page), 'utf8').matchAll(/npm run ([a-z:]+)/g)].map(
    ([, name = '']) => name,
  )
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([])
})
