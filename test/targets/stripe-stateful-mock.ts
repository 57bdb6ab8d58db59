import { createRequire } from 'node:module'
import { startForeignServer } from '../../scripts/foreign-server.ts'
import type { ForeignServer } from '../../scripts/foreign-server.ts'

const program = createRequire(import.meta.url).resolve('stripe-stateful-mock/dist/cli.js')

/** Starts stripe-stateful-mock on a port of its own. */
export function startMock(): Promise<ForeignServer> {
  return startForeignServer((port) => ({
    command: [process.execPath, program],
    environment: { PORT: String(port), LOG_LEVEL: 'silent' },
  }))
}
