import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { createRequire } from 'node:module'
import { setTimeout as wait } from 'node:timers/promises'

/** A server that is not ours, on a port of its own. */
export interface ForeignServer {
  readonly origin: string
  stop(): Promise<void>
}

/** Starts the mock as a process of its own, and waits until it answers. */
export async function startForeignServer(): Promise<ForeignServer> {
  const port = await freePort()
  const program = createRequire(import.meta.url).resolve('stripe-stateful-mock/dist/cli.js')
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, PORT: String(port), LOG_LEVEL: 'silent' },
    stdio: 'ignore',
  })
  const origin = `http://127.0.0.1:${port}`
  await answers(origin, () => child.exitCode === null)
  return {
    origin,
    async stop() {
      if (child.exitCode !== null) return
      const ended = once(child, 'exit')
      child.kill()
      await ended
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function answers(origin: string, alive: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && alive(); tries += 1) {
    try {
      await fetch(origin)
      return
    } catch {
      await wait(50)
    }
  }
  throw new Error('the foreign server did not start')
}
