import { loadModel } from '../../emulator/load.ts'
import { createEmulator } from '../../emulator/module.ts'
import type { Lie } from '../../emulator/module.ts'
import type { Emulator } from '../../emulator/http.ts'
import { runProvider } from '../../engine/provider-run.ts'
import type { ProviderRun } from '../../engine/conclude.ts'
import { planFor } from '../../engine/run.ts'
import type { Provider } from '../../model/contract.ts'
import type { WireRequest, WireResponse } from '../../model/exchange.ts'
import { emulatorTarget } from '../../wire/emulator-target.ts'
import { createRedactor } from '../../wire/redaction/create-redactor.ts'

/** An emulator with something different: inside it, around it, or in what it answers. */
export interface Variant<Rules = unknown> {
  readonly lie?: Omit<Lie<Rules>, 'id' | 'breaks' | 'text'>
  readonly around?: (emulator: Emulator) => Emulator
  readonly rewrite?: (request: WireRequest, response: WireResponse) => WireResponse
  /** Ids of checks begin so; all of them where absent. */
  readonly only?: readonly string[]
}

export interface Judged {
  /** Clauses whose gap fails the run. */
  readonly fails: readonly string[]
  /** Clauses whose gap warns. */
  readonly warns: readonly string[]
  /** Clauses that neither conform nor could not be shown, with their verdicts. */
  readonly departures: readonly string[]
  readonly run: ProviderRun
}

/** Judges a variant of a provider's emulator by its suite. */
export async function judgeVariant<Rules>(provider: Provider, variant: Variant<Rules>): Promise<Judged> {
  const { lie, around = (emulator) => emulator, rewrite, only = [] } = variant
  const plan = await planFor(provider, only)
  const model = await loadModel(provider.name)
  const lies = lie === undefined ? [] : [{ id: 'variant', breaks: '', text: '', ...lie } as unknown as Lie<unknown>]
  const target = emulatorTarget(
    provider,
    (label, deliver) => {
      const seed = [...label].reduce((mixed, character) => (mixed * 31 + character.charCodeAt(0)) | 0, 1)
      return around(createEmulator(model, { seed, start: Date.UTC(2022, 2, 24), deliver }, lies))
    },
    rewrite,
  )
  const run = await runProvider(plan, target, {
    seed: 1,
    runs: 2,
    shrinks: 0,
    nonce: '',
    redactor: createRedactor(plan.contract, []),
    waivers: new Map(),
  })
  const gaps = run.clauses.filter(({ verdict }) => verdict === 'gap')
  return {
    fails: gaps.filter(({ severity }) => severity === 'fail').map(({ id }) => id),
    warns: gaps.filter(({ severity }) => severity !== 'fail').map(({ id }) => id),
    departures: run.clauses
      .filter(({ verdict }) => verdict !== 'conforms' && verdict !== 'unobservable')
      .map(({ id, verdict }) => `${id}: ${verdict}`),
    run,
  }
}
