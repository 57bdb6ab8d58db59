import type { Hunted } from './hunt.ts'
import type { Mutant } from './mutant.ts'

/** How well a suite sees. */
export interface Score {
  readonly provider: string
  /** Mutants that something could tell from the pristine emulator. */
  readonly total: number
  readonly killed: number
  readonly rightReason: number
  readonly collateral: number
  readonly equivalent: number
  readonly semantic: { readonly total: number; readonly killed: number; readonly rightReason: number }
  readonly survivors: readonly string[]
  readonly wrongReason: readonly string[]
  readonly collateralClauses: readonly { readonly mutant: string; readonly clauses: readonly string[] }[]
  readonly equivalents: readonly { readonly mutant: string; readonly reason: string }[]
  /** Checks and observers of which no mutant died. */
  readonly idle: readonly string[]
  /** Judged clauses that no mutant made a gap of. */
  readonly unfailing: readonly string[]
}

export function scoreOf(
  provider: string,
  hunted: readonly Hunted[],
  equivalents: readonly Mutant[],
  never: Pick<Score, 'idle' | 'unfailing'>,
): Score {
  const semantic = hunted.filter(({ mutant }) => mutant.kind === 'semantic')
  const blamed = hunted.filter(({ collateral }) => collateral.length > 0)
  return {
    provider,
    total: hunted.length,
    killed: count(hunted, ({ killed }) => killed),
    rightReason: count(hunted, ({ rightReason }) => rightReason),
    collateral: blamed.length,
    equivalent: equivalents.length,
    semantic: {
      total: semantic.length,
      killed: count(semantic, ({ killed }) => killed),
      rightReason: count(semantic, ({ rightReason }) => rightReason),
    },
    survivors: hunted.filter(({ killed }) => !killed).map(({ mutant }) => mutant.id),
    wrongReason: hunted.filter(({ killed, rightReason }) => killed && !rightReason).map(({ mutant }) => mutant.id),
    collateralClauses: blamed.map(({ mutant, collateral }) => ({ mutant: mutant.id, clauses: collateral })),
    equivalents: equivalents.map(({ id, equivalent = '' }) => ({ mutant: id, reason: equivalent })),
    ...never,
  }
}

function count<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.filter(holds).length
}
