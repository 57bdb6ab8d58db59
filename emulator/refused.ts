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
