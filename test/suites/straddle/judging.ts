import { straddle } from '../../../contracts/straddle/provider.ts'
import type { Emulator } from '../../../emulator/http.ts'
import { createEmulator } from '../../../emulator/module.ts'
import type { Lie } from '../../../emulator/module.ts'
import { model } from '../../../emulator/straddle/index.ts'
import type { Rules } from '../../../emulator/straddle/index.ts'
import { run } from '../../../engine/run.ts'
import type { ClauseRow } from '../../../model/report.ts'
import { emulatorTarget } from '../../../wire/emulator-target.ts'
import { createRedactor } from '../../../wire/redaction/create-redactor.ts'

interface Told {
  readonly lies?: readonly Lie<Rules>[]
  /** Stands between the emulator and the suite. */
  readonly around?: (emulator: Emulator) => Emulator
  /** Ids of the checks, or how they begin; all of them where absent. */
  readonly only?: readonly string[]
}

/** What the suite says of the emulator with something else told, clause by clause. */
export async function judge({
  lies = [],
  around = (emulator) => emulator,
  only = [],
}: Told): Promise<readonly ClauseRow[]> {
  const report = await run({
    providers: [straddle],
    kind: 'emulator',
    openTarget: () =>
      Promise.resolve(
        emulatorTarget(straddle, (label, deliver) => {
          const seed = [...label].reduce((mixed, character) => (mixed * 31 + character.charCodeAt(0)) | 0, 1)
          return around(createEmulator(model, { seed, start: Date.UTC(2026, 0, 15, 17), deliver }, lies))
        }),
      ),
    redactor: (contract) => createRedactor(contract, []),
    seed: 1,
    runs: 2,
    shrinks: 0,
    only,
    nonce: '',
    version: '0.0.0',
    waivers: [],
  })
  return report.clauses
}
