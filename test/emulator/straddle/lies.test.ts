import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { lies } from '../../../emulator/mutants/straddle.ts'
import { model } from '../../../emulator/straddle/index.ts'
import { tour } from './tour/tour.ts'

const folder = new URL('../../../contracts/straddle/clauses/', import.meta.url)
const clauses = new Set(
  readdirSync(folder).flatMap(
    (file) => readFileSync(new URL(file, folder), 'utf8').match(/straddle\.[a-z0-9.-]+(?=")/g) ?? [],
  ),
)

let honest: readonly string[]
beforeAll(async () => {
  honest = await tour()
})

describe('lies', () => {
  it('have names of their own', () => {
    expect(new Set(lies.map(({ id }) => id)).size).toBe(lies.length)
    for (const { id } of lies) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  })

  it.for([...lies, ...model.faults])('$id breaks a clause that there is', ({ breaks }) => {
    expect([...clauses]).toContain(breaks)
  })

  it('start from an emulator that is the same each time', async () => {
    expect(await tour()).toEqual(honest)
  })

  it.for(lies)('$id shows', async (lie) => {
    expect(await tour([lie], honest)).not.toEqual(honest)
  })
})
