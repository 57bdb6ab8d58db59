import type { Progress as RunProgress } from '../engine/run.ts'
import { progress } from '../reporters/progress.ts'

/** Shows on standard error how far a run has come: one rewritten line on a terminal, plain lines elsewhere. */
export function showProgress(): RunProgress & { end(): void } {
  const tty = process.stderr.isTTY
  const shown = progress((text) => process.stderr.write(text), {
    tty,
    color: tty && process.env['NO_COLOR'] === undefined,
    columns: process.stderr.columns,
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
