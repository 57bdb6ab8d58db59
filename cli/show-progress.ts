import type { Progress as RunProgress } from '../engine/run.ts'
import type { Provider } from '../model/contract.ts'
import { progress } from '../reporters/progress.ts'
import { isColored } from './io.ts'
import type { Io } from './io.ts'

/**
 * Shows on standard error how far a run has come: one rewritten line on a terminal, plain lines elsewhere; nothing where it is
 * asked to be quiet. What a stopped run gives up is no progress.
 */
export function showProgress(
  { environment, stderr }: Io,
  { quiet = false, signal }: { readonly quiet?: boolean; readonly signal?: AbortSignal } = {},
): RunProgress & { end(): void } {
  const tty = stderr.isTTY === true
  const shown = progress((text) => (quiet ? undefined : stderr.write(text)), {
    tty,
    color: isColored(stderr, environment),
    ...(stderr.columns === undefined ? {} : { columns: stderr.columns }),
  })
  const standing = new Map<Provider, { readonly total: number; done: number }>()
  return {
    begin(provider, checks) {
      standing.set(provider, { total: checks, done: 0 })
    },
    check(_, __, provider) {
      const stands = standing.get(provider)
      if (stands === undefined || signal?.aborted === true) return
      stands.done += 1
      shown.step({ label: provider.name, ...stands })
    },
    end: () => shown.end(),
  }
}
