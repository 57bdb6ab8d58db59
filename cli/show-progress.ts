import type { Progress as RunProgress } from '../engine/run.ts'
import { progress } from '../reporters/progress.ts'
import type { Io } from './io.ts'

/** Shows on standard error how far a run has come: one rewritten line on a terminal, plain lines elsewhere. */
export function showProgress({ environment, stderr }: Io): RunProgress & { end(): void } {
  const tty = stderr.isTTY === true
  const shown = progress((text) => stderr.write(text), {
    tty,
    color: tty && environment['NO_COLOR'] === undefined,
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
