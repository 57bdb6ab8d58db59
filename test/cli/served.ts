import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Deliver, Emulator, EmulatorRequest, EmulatorResponse } from '../../emulator/http.ts'
import { createEmulator } from '../../emulator/module.ts'
import type { Lie } from '../../emulator/module.ts'
import { loadLies, loadModel } from '../../emulator/load.ts'
import { serve } from '../../emulator/server.ts'
import type { Served } from '../../emulator/server.ts'

/** What stands between an emulator and its port. */
export type Between = (request: EmulatorRequest, honest: () => Promise<EmulatorResponse>) => Promise<EmulatorResponse>

interface ServedSetting {
  /** The id of one of the provider's lies, or a lie of the test's own. */
  readonly lie?: string | Lie<unknown>
  readonly between?: Between
  readonly deliver?: Deliver
  readonly ticking?: boolean
}

/** A provider's emulator behind a port of its own, with a lie told or something in between. */
export async function served(
  provider: string,
  { lie, between, deliver = () => Promise.resolve(200), ticking = true }: ServedSetting = {},
): Promise<Served> {
  const lies = await liesFor(provider, lie)
  const emulator = createEmulator(await loadModel(provider), { seed: 1, start: Date.now(), ticking, deliver }, lies)
  const told: Emulator =
    between === undefined
      ? emulator
      : { ...emulator, handle: (request) => between(request, () => emulator.handle(request)) }
  return serve(told, { port: 0 })
}

async function liesFor(provider: string, lie: ServedSetting['lie']): Promise<readonly Lie<unknown>[]> {
  if (lie === undefined) return []
  if (typeof lie !== 'string') return [lie]
  const lies = (await loadLies(provider)).filter(({ id }) => id === lie)
  if (lies.length === 0) throw new Error(`${provider} has no lie ${lie}`)
  return lies
}

/** A port at which nobody listens any more. */
export const deadOrigin = async (): Promise<string> => `http://127.0.0.1:${await freePort()}`

export async function freePort(): Promise<number> {
  const server = createServer((_: IncomingMessage, to) => to.end())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
