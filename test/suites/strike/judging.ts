import { strike } from '../../../contracts/strike/provider.ts'
import type { Rules } from '../../../emulator/strike/index.ts'
import type { AdditiveChange } from '../../../model/report.ts'
import { judgeVariant } from '../variant.ts'
import type { Judged as JudgedVariant, Variant } from '../variant.ts'

export type Told = Variant<Rules>

interface Judged extends JudgedVariant {
  readonly additive: readonly AdditiveChange[]
}

/** Judges the emulator with something else told by the whole suite, or by the checks whose ids begin so. */
export async function judge(told: Told): Promise<Judged> {
  const judged = await judgeVariant(strike, told)
  return { ...judged, additive: judged.run.row.additive }
}
