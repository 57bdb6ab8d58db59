import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** A server that is not ours, as a process of its own. */
export interface ForeignServer {
  readonly origin: string
  stop(): Promise<void>
}

export interface Program {
  readonly command: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly folder?: string
}

const tries = 400
const pause = 50

/** Starts a program that is told its port, and waits until it answers. Throws where it ends before, or does not answer in 20 s. */
export async function startForeignServer(programFor: (port: number) => Program): Promise<ForeignServer> {
  const port = await freePort()
  const { command, environment, folder } = programFor(port)
  const [program = '', ...parts] = command
  const child = spawn(program, parts, { cwd: folder, env: { ...process.env, ...environment }, stdio: 'ignore' })
  let failed = false
  child.once('error', () => (failed = true))
  const origin = `http://127.0.0.1:${port}`
  const isAlive = (): boolean => !failed && child.exitCode === null
  const stop = async (): Promise<void> => {
    if (!isAlive()) return
    const ended = once(child, 'exit')
    child.kill()
    await ended
  }
  if (await answers(origin, isAlive)) return { origin, stop }
  await stop()
  throw new Error(`${program} does not answer at ${origin}`)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function answers(origin: string, isAlive: () => boolean): Promise<boolean> {
  for (let left = tries; left > 0 && isAlive(); left -= 1) {
    try {
      await fetch(origin)
      return true
    } catch {
      await wait(pause)
    }
  }
  return false
}
