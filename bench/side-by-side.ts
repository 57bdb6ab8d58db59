import { providers } from '../contracts/index.ts'
import { planFor } from '../engine/run.ts'
import { measureBare, measureRun, stopServer } from './measured.ts'

const atOnce = 16
const delayMs = 100

/**
 * A full run against a server that takes 100 ms an answer, with 16 checks side by side: next to a bare loop that has as many
 * requests under way, and next to what the answers take one after the other.
 */
for (const provider of providers) {
  const plan = await planFor(provider)
  // the first run compiles the schemas
  await measureRun(plan, 0, atOnce)
  const judged = await measureRun(plan, delayMs, atOnce)
  const bare = await measureBare(plan, delayMs, judged, atOnce)
  const inTurn = (judged.exchanges.length * delayMs) / 1000
  process.stdout.write(
    [
      `${provider.name.padEnd(17)}${String(judged.exchanges.length).padStart(5)} exchanges, ${atOnce} at once, ${delayMs} ms an answer`,
      `judged ${judged.seconds.toFixed(1)} s, bare ${bare.seconds.toFixed(1)} s: ratio ${(judged.seconds / bare.seconds).toFixed(2)}`,
      `${(inTurn / judged.seconds).toFixed(1)} times faster than one after the other\n`,
    ].join('  '),
  )
}
stopServer()
