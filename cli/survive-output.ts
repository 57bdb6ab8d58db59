/**
 * Lets a run go on to its report and its clean-up whatever becomes of its output. Whoever reads along may leave early; output that
 * cannot be written, as on a full disk, is told once, and the exit code is 2.
 */
export function surviveOutput(): void {
  let isLost = false
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', ({ code }: NodeJS.ErrnoException) => {
      if (code === 'EPIPE' || isLost) return
      isLost = true
      process.on('exit', () => (process.exitCode = 2))
      if (stream === process.stdout) process.stderr.write(`assay: The output cannot be written (${code}).\n`)
    })
  }
}
