import { strike } from '../../../contracts/strike/provider.ts'
import { createAdditions } from '../../../engine/additions.ts'
import { planFor } from '../../../engine/run.ts'
import { runCheck } from '../../../engine/run-check.ts'
import { createWatch } from '../../../engine/watch.ts'
import { createEmulator } from '../../../emulator/module.ts'
import type { Lie } from '../../../emulator/module.ts'
import type { Emulator } from '../../../emulator/http.ts'
import { model } from '../../../emulator/strike/index.ts'
import type { Rules } from '../../../emulator/strike/index.ts'
import type { Exchange } from '../../../model/exchange.ts'
import type { AdditiveChange } from '../../../model/report.ts'
import { emulatorTarget } from '../../../wire/emulator-target.ts'

export interface Judged {
  /** Clauses that anything but conforms or could not be shown. */
  readonly departures: readonly string[]
  readonly additive: readonly AdditiveChange[]
}

export interface Told {
  readonly lie?: Omit<Lie<Rules>, 'id' | 'breaks' | 'text'>
  readonly around?: (emulator: Emulator) => Emulator
  readonly only?: readonly string[]
}

const plan = await planFor(strike)

/** Judges the emulator with something else told by the whole suite, or by the checks whose ids begin so. */
export async function judge({ lie, around = (emulator) => emulator, only = [''] }: Told): Promise<Judged> {
  const lies = lie === undefined ? [] : [{ id: 'change', breaks: '', text: '', ...lie }]
  const target = emulatorTarget(strike, (label, deliver) => {
    const seed = [...label].reduce((mixed, character) => (mixed * 31 + character.charCodeAt(0)) | 0, 1)
    return around(createEmulator(model, { seed, start: Date.UTC(2022, 2, 24), deliver }, lies))
  })
  const additions = createAdditions(plan.contract)
  const observe = createWatch(plan.contract, plan.suite.observers)
  let id = 0
  const watch = (exchange: Exchange, during: string) => {
    additions.see(exchange)
    return observe(exchange, during)
  }
  const departures = new Set<string>()
  for (const check of plan.checks.filter((one) => only.some((prefix) => one.id.startsWith(prefix)))) {
    const setting = {
      contract: plan.contract,
      target,
      seed: 1,
      runs: 4,
      shrinks: 0,
      nonce: '',
      nextId: () => (id += 1),
      watch,
    }
    for (const { clause, verdict } of await runCheck(setting, check)) {
      if (verdict !== 'conforms' && verdict !== 'unobservable') departures.add(`${clause}: ${verdict}`)
    }
  }
  return { departures: [...departures], additive: additions.list() }
}
