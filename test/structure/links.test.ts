import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, it } from 'vitest'
import { projectRoot } from '../../schemas/project-root.ts'
import { documentsWithRegions } from '../../scripts/documents-with-regions.ts'

const pages = [...documentsWithRegions(), join(projectRoot, 'CONTRIBUTING.md')]

it.each(pages.map((page) => relative(projectRoot, page)))('%s links to what is there', (page) => {
  const text = readFileSync(join(projectRoot, page), 'utf8').replaceAll(/```[\s\S]*?```/g, '')
  const targets = [...text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, target = '']) => target)
  expect(targets.filter((target) => !existsSync(join(projectRoot, dirname(page), target)))).toEqual([])
})
