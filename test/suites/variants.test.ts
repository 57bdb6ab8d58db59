import { describe, expect, it } from 'vitest'
import { emulated } from '../emulated.ts'
import { loadModel, loadVariants } from '../../emulator/load.ts'
import { judgeVariants, together } from '../../engine/variants/judge-variants.ts'
import { variantsOf } from '../../engine/variants/of-contract.ts'
import { planFor } from '../../engine/run.ts'
import { embeddedEmulator } from '../../wire/targets.ts'

const groups = await Promise.all(
  emulated.map(async (provider) => {
    const plan = await planFor(provider)
    const variants = [...variantsOf(plan.contract), ...(await loadVariants(provider.name))]
    const { honest } = await loadModel(provider.name)
    return together(variants, honest).map((told) => ({ provider, plan, told }))
  }),
)

/** `assay variants` tells each alone; here as many as can be are told together, to judge them in few runs. */
describe('a target that does what the documents allow has no gap, and shows all that it can', () => {
  it.each(
    groups.flat().map((group) => [group.provider.name, group.told.map(({ id }) => id).join(', '), group] as const),
  )('%s: %s', async (_provider, _ids, { provider, plan, told }) => {
    const setting = { plan, seed: 1, runs: 2, openTarget: (inside: object) => embeddedEmulator(provider, 1, inside) }
    const { departures, hidden } = await judgeVariants(setting, told)
    expect(departures.map(({ id, verdict, findings: [first], reason }) => ({ id, verdict, first, reason }))).toEqual([])
    expect(hidden.map(({ id, reason }) => ({ id, reason }))).toEqual([])
  })
})
