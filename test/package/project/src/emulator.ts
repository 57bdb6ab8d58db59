import { startEmulator } from 'assay'
import type { RunningEmulator } from 'assay/emulator'
import { startEmulator as same } from 'assay/emulator'
import report from 'assay/schemas/assay/report.json' with { type: 'json' }

export async function test(): Promise<void> {
  await using stripe = await startEmulator('stripe', { seed: 7, clock: 'frozen', faults: [] })
  const other: RunningEmulator = await same('strike', { clock: new Date(0) })
  await stripe.advance(60)
  await stripe.lever('fail-next', { status: 503 })
  for (const { operation, status } of other.requests()) use(operation?.length ?? 0, status.toFixed())
  use(stripe.keys.first.length, report.$id)
  await other.close()
  // @ts-expect-error -- there is no such provider
  await startEmulator('strpie')
  // @ts-expect-error -- a clock is no text
  await startEmulator('stripe', { clock: 'tomorrow' })
}

function use(number: number, text: string): void {
  if (number === 0) throw new Error(text)
}
