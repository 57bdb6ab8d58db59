import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Emulator, EmulatorRequest, EmulatorResponse } from '../../emulator/http.ts'
import { createEmulator } from '../../emulator/module.ts'
import { loadLies, loadModel } from '../../emulator/load.ts'
import { serve } from '../../emulator/server.ts'
import type { Served } from '../../emulator/server.ts'

/** What stands between an emulator and its port. */
export type Between = (request: EmulatorRequest, honest: () => Promise<EmulatorResponse>) => Promise<EmulatorResponse>

/** A provider's emulator behind a port of its own, with a lie told or something in between. */
export async function served(
  provider: string,
  { lie, between }: { readonly lie?: string; readonly between?: Between } = {},
): Promise<Served> {
  const lies = lie === undefined ? [] : (await loadLies(provider)).filter(({ id }) => id === lie)
  if (lie !== undefined && lies.length === 0) throw new Error(`${provider} has no lie ${lie}`)
  const emulator = createEmulator(
    await loadModel(provider),
    { seed: 1, start: Date.now(), ticking: true, deliver: () => Promise.resolve(200) },
    lies,
  )
  const told: Emulator =
    between === undefined
      ? emulator
      : { ...emulator, handle: (request) => between(request, () => emulator.handle(request)) }
  return serve(told, { port: 0 })
}

/** A port at which nobody listens any more. */
export async function deadOrigin(): Promise<string> {
  const server = createServer((_: IncomingMessage, to) => to.end())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}`
}
