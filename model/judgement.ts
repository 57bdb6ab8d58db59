import type { Mismatch } from './finding.ts'

/**
 * What a judgement says of one clause. `kept` and `departs` tell how many instances were looked at, at least one: a judgement that
 * looked at nothing is `unobservable`. `reads` names the reading of a contradiction that the target follows.
 */
export type Judgement =
  | { readonly says: 'kept'; readonly instances: number }
  | { readonly says: 'departs'; readonly mismatches: readonly Mismatch[]; readonly instances: number }
  | { readonly says: 'reads'; readonly reading: string; readonly instances: number }
  | { readonly says: 'unobservable'; readonly why: string }

const keptOnce: Judgement = { says: 'kept', instances: 1 }

/** Nothing was there to look at. */
export const nothing = { says: 'unobservable', why: 'nothing was there to look at' } as const satisfies Judgement

/** So many instances keep the clause. */
export function kept(instances = 1): Judgement {
  if (instances === 1) return keptOnce
  return instances < 1 ? nothing : { says: 'kept', instances }
}

/** The target departs from the clause in these ways, of so many instances that were looked at. */
export function departs(...mismatches: readonly [Mismatch, ...Mismatch[]]): Judgement {
  return { says: 'departs', mismatches, instances: 1 }
}

/** The target follows this reading of a clause that its document contradicts itself about. */
export function reads(reading: string): Judgement {
  return { says: 'reads', reading, instances: 1 }
}

/** This evidence cannot show whether the clause is kept. */
export function unobservable(why: string): Judgement {
  return { says: 'unobservable', why }
}

/** Kept where there is no mismatch, of so many instances that were looked at. */
export function without(mismatches: readonly Mismatch[], instances = 1): Judgement {
  return mismatches.length === 0 ? kept(instances) : { says: 'departs', mismatches, instances: Math.max(1, instances) }
}

/**
 * Several judgements of one clause as one: it departs where any of them does, and is unobservable where all of them are.
 * Parts that could not be seen count for nothing beside parts that could.
 */
export function all(...judgements: readonly Judgement[]): Judgement {
  return asOne(judgements)
}

function asOne(judgements: readonly Judgement[]): Judgement {
  let instances = 0
  let mismatches: readonly Mismatch[] | undefined
  let reading: string | undefined
  let why: string | undefined
  for (const judgement of judgements) {
    if (judgement.says === 'unobservable') {
      why ??= judgement.why
      continue
    }
    instances += judgement.instances
    if (judgement.says === 'departs') mismatches = [...(mismatches ?? []), ...judgement.mismatches]
    if (judgement.says === 'reads') reading ??= judgement.reading
  }
  if (mismatches !== undefined) return { says: 'departs', mismatches, instances }
  if (reading !== undefined) return { says: 'reads', reading, instances }
  if (instances > 0) return kept(instances)
  return why === undefined ? nothing : unobservable(why)
}

/** The same judgement of every item; of no items, nothing was seen. */
export function each<Item>(items: Iterable<Item>, judge: (item: Item, index: number) => Judgement): Judgement {
  return asOne(Array.from(items, judge))
}

/** Whether a judgement saw the clause kept, in whatever reading. */
export function isKept({ says }: Judgement): boolean {
  return says === 'kept' || says === 'reads'
}

/** Where a judgement departs; empty for every other judgement. */
export function mismatchesOf(judgement: Judgement): readonly Mismatch[] {
  return judgement.says === 'departs' ? judgement.mismatches : []
}
