import { describe, expect, it } from 'vitest'
import { requireTarget } from '../../cli/require-target.ts'
import { providers } from '../../contracts/index.ts'
import { loadContract } from '../../contracts/load.ts'
import { hasEmulator, loadLies, loadModel, loadVariants } from '../../emulator/load.ts'
import type { Provider } from '../../model/contract.ts'
import { ContractError } from '../../schemas/contract-error.ts'
import { loadSuite } from '../../suites/load.ts'
import { contract } from '../engine/acme.ts'

const [known] = providers as readonly [Provider]
const halfMade: Provider = { ...contract.provider, name: 'half-made', title: 'Half Made' }

describe('a provider that lacks a part', () => {
  it('says which file of its contract cannot be read', () => {
    expect(() => loadContract(halfMade)).toThrow(ContractError)
    expect(() => loadContract(halfMade)).toThrow(/^contracts\/half-made cannot be read: ENOENT.*half-made/)
  })

  it('says that its suite is missing', async () => {
    await expect(loadSuite({ ...contract, provider: halfMade })).rejects.toThrow(
      'suites/half-made/index.ts is missing.',
    )
  })

  it('has no emulator, no lies and no variants, and is judged elsewhere', async () => {
    expect([hasEmulator(known), hasEmulator(halfMade)]).toEqual([true, false])
    expect([await loadLies('half-made'), await loadVariants('half-made')]).toEqual([[], []])
    await expect(loadModel('half-made')).rejects.toThrow('emulator/half-made/index.ts is missing.')
    expect(() => requireTarget({ kind: 'emulator' }, [halfMade], {})).toThrow(
      'Half Made has no emulator; name a target with --target.',
    )
    expect(() => requireTarget({ kind: 'emulator' }, [halfMade, known], {})).not.toThrow()
  })
})
