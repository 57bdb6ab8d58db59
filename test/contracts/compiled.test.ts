import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readCompiled, writeCompiled } from '../../contracts/compiled.ts'
import { providers } from '../../contracts/index.ts'
import { readContract } from '../../contracts/load.ts'
import { temporaryFolder } from '../temporary-folder.ts'

it.for(providers)('a compiled contract is the contract: $name', (provider) => {
  const file = join(temporaryFolder(), 'compiled', 'contract.json')
  const contract = readContract(provider)
  writeCompiled(contract, file)
  expect(readCompiled(provider, file)).toStrictEqual(contract)
})

it.for(providers)('a compiled contract is not used once a file that it was made of is newer: $name', (provider) => {
  const file = join(temporaryFolder(), 'contract.json')
  writeCompiled(readContract(provider), file)
  utimesSync(file, 0, 0)
  expect(readCompiled(provider, file)).toBeUndefined()
})

it('there is none where the project was not built', () => {
  for (const provider of providers) expect(readCompiled(provider, join(temporaryFolder(), 'none.json'))).toBeUndefined()
})
