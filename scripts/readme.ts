import { readFileSync, writeFileSync } from 'node:fs'
import { documentsWithRegions } from './documents-with-regions.ts'
import { generatedRegions } from './generated-regions.ts'
import { fillRegions } from './regions.ts'

/** Fills the generated regions of the documentation. */
const regions = await generatedRegions()
for (const path of documentsWithRegions()) {
  const text = readFileSync(path, 'utf8')
  const filled = fillRegions(text, regions)
  if (filled !== text) writeFileSync(path, filled)
}
