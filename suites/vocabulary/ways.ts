import { Blocked, Refused } from '../../model/trial.ts'
import type { Trial } from '../../model/trial.ts'

/**
 * Brings a state about in the first of its documented ways that works on this target. Once one has worked, the run takes no other:
 * where it fails later, that is a failure to show.
 */
export async function inAnyWay<Made>(
  trial: Trial,
  state: string,
  ways: readonly (() => Promise<Made>)[],
): Promise<Made> {
  const known = ways[Number(trial.memory.get(state) ?? -1)]
  if (known !== undefined) return known()
  let first: unknown
  for (const [index, way] of ways.entries()) {
    try {
      const made = await way()
      trial.memory.set(state, index)
      return made
    } catch (thrown) {
      if (!(thrown instanceof Blocked || thrown instanceof Refused)) throw thrown
      first ??= thrown
    }
  }
  throw first
}
