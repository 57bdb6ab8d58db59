import type { Progress as RunProgress } from '../engine/run.ts'
import { progress } from '../reporters/progress.ts'
import { isColored } from './io.ts'
import type { Io } from './io.ts'

/** Shows on standard error how far a run has come: one rewritten line on a terminal, plain lines elsewhere; nothing where it is asked to be quiet. */
export function showProgress({ environment, stderr }: Io, quiet = false): RunProgress & { end(): void } {
  const tty = stderr.isTTY === true
  const shown = progress((text) => (quiet ? undefined : stderr.write(text)), {
    tty,
    color: isColored(stderr, environment),
    ...(stderr.columns === undefined ? {} : { columns: stderr.columns }),
  })
  let label = ''
  let total = 0
  let done = 0
  return {
    begin(provider, checks) {
      label = provider.name
      total = checks
      done = 0
    },
    check() {
      done += 1
      shown.step({ label, done, total })
    },
    end: () => shown.end(),
  }
}
