import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../schemas/project-root.ts'
import { documentsWithRegions } from '../../scripts/documents-with-regions.ts'
import { generatedRegions } from '../../scripts/generated-regions.ts'
import { fillRegions } from '../../scripts/regions.ts'

const regions = await generatedRegions()

describe('what is generated is up to date (npm run generate)', () => {
  it.each(documentsWithRegions().map((path) => [relative(projectRoot, path), path]))('%s', (_name, path) => {
    const text = readFileSync(path, 'utf8')
    expect(text).toBe(fillRegions(text, regions))
  })
})
