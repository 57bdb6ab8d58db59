import type { EmulatorResponse } from './http.ts'

/** An answer of the emulator's own, not of what it imitates: one sentence, told apart by its header. */
export function refused(status: number, sentence: string): EmulatorResponse {
  return {
    status,
    headers: [
      ['content-type', 'text/plain'],
      ['x-assay-emulator', 'refused'],
    ],
    body: `assay emulate: ${sentence}\n`,
  }
}

/** An emulator that throws has failed as a server fails. */
export function failed(error: unknown): EmulatorResponse {
  const message = error instanceof Error ? error.message : String(error)
  return { status: 500, headers: [['content-type', 'text/plain']], body: `The emulator failed: ${message}\n` }
}
