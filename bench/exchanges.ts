import { providers } from '../contracts/index.ts'
import { planFor } from '../engine/run.ts'
import type { Plan } from '../engine/plan.ts'
import { measureBare, measureRun, stopServer } from './measured.ts'
import type { Measured } from './measured.ts'

const warmUps = 3
const rounds = 5
/** Next to nothing beside what an API across a network takes to answer. */
const slowMs = 5

/**
 * `npm run bench:exchanges -- [provider...]`: validated exchanges per second of a full run over HTTP, next to a bare undici loop that sends the same requests one after
 * the other and gets the same answers from the same server, in a process of its own as in real life: what judging adds to
 * the time of the requests themselves, as a ratio; once with a server that answers at once, and once with one that takes
 * 5 ms. Both sides are warm but for the first run, which also compiles the schemas.
 */
const asked = process.argv.slice(2)
for (const provider of providers.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  const plan = await planFor(provider)
  const first = await measureRun(plan, 0)
  for (let round = 0; round < warmUps; round += 1) await measureBoth(plan, 0)
  const pairs = []
  for (let round = 0; round < rounds; round += 1) pairs.push(await measureBoth(plan, 0))
  const atOnce = pairs.toSorted((a, b) => ratio(a) - ratio(b))[Math.floor(rounds / 2)] ?? pairs[0]
  const slow = await measureBoth(plan, slowMs)
  if (atOnce === undefined) continue
  process.stdout.write(
    [
      `${provider.name.padEnd(17)}${String(first.exchanges.length).padStart(5)} exchanges`,
      `judged${rate(atOnce.judged)}/s, bare${rate(atOnce.bare)}/s: ratio ${ratio(atOnce).toFixed(2)}`,
      `at ${slowMs} ms an answer: ratio ${ratio(slow).toFixed(2)}`,
      `first run ${first.seconds.toFixed(2)} s\n`,
    ].join('  '),
  )
}
stopServer()

async function measureBoth(
  plan: Plan,
  delayMs: number,
): Promise<{ readonly judged: Measured; readonly bare: Measured }> {
  const judged = await measureRun(plan, delayMs)
  return { judged, bare: await measureBare(plan, delayMs, judged) }
}

function rate({ exchanges, seconds }: Measured): string {
  return String(Math.round(exchanges.length / seconds)).padStart(6)
}

function ratio({ judged, bare }: { readonly judged: Measured; readonly bare: Measured }): number {
  return judged.seconds / bare.seconds
}
