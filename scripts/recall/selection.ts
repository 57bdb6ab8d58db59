import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { SourceMutant } from './mutant.ts'

/** Why mutants of a kind need not be killed. */
interface Excuse {
  /** Pattern of the path. */
  readonly file: string
  /** Stryker's name for the kind of change; any where absent. */
  readonly mutator?: string
  /** Pattern of the text that is changed; any where absent. */
  readonly original?: string
  readonly reason: string
}

const excuses = JSON.parse(readFileSync(new URL('excuses.json', import.meta.url), 'utf8')) as readonly Excuse[]

/** An order that looks random, and stays the same when lines move. */
export function inStableOrder(mutants: readonly SourceMutant[]): readonly SourceMutant[] {
  const keyOf = ({ file, mutator, original, replacement, column }: SourceMutant): string =>
    createHash('sha256').update([file, mutator, original, replacement, column].join('\n')).digest('hex')
  return mutants
    .map((mutant) => ({ mutant, key: keyOf(mutant) }))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ mutant }) => mutant)
}

/** Every n-th mutant, for `2/4` from the second of four on. */
export function ofShard(mutants: readonly SourceMutant[], shard: string): readonly SourceMutant[] {
  const [, part = '', parts = ''] = /^(\d+)\/(\d+)$/.exec(shard) ?? []
  if (!(Number(part) >= 1 && Number(part) <= Number(parts)))
    throw new Error(`a shard is written as 1/4, not "${shard}"`)
  return mutants.filter((_, index) => index % Number(parts) === Number(part) - 1)
}

/** Why a mutant need not be killed, where a reason is written down. */
export function excuseFor({ file, mutator, original }: SourceMutant): string | undefined {
  return excuses.find(
    (excuse) =>
      new RegExp(excuse.file).test(file) &&
      (excuse.mutator === undefined || excuse.mutator === mutator) &&
      (excuse.original === undefined || new RegExp(excuse.original).test(original)),
  )?.reason
}
