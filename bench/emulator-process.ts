import { setTimeout as wait } from 'node:timers/promises'
import { createEmulator } from '../emulator/module.ts'
import type { Emulator } from '../emulator/http.ts'
import { loadModel } from '../emulator/load.ts'
import { serve } from '../emulator/server.ts'

/** What to serve: a fresh emulator of a provider, which takes so long to answer. */
export interface Wanted {
  readonly provider: string
  readonly delayMs: number
}

/** Answers each message with the origin of what it asks for. */
process.on('message', (wanted: Wanted) => {
  void (async () => {
    const emulator = createEmulator(await loadModel(wanted.provider), {
      seed: 1,
      // ids and answers are the same whoever asks, so that both sides of the benchmark get the same bytes
      start: Date.UTC(2018, 0, 23),
      ticking: false,
      deliver: () => Promise.resolve(200),
    })
    const { origin } = await serve(slowed(emulator, wanted.delayMs), { port: 0 })
    process.send?.(origin)
  })()
})

function slowed(emulator: Emulator, delayMs: number): Emulator {
  if (delayMs === 0) return emulator
  return {
    ...emulator,
    async handle(request) {
      await wait(delayMs)
      return emulator.handle(request)
    },
  }
}
