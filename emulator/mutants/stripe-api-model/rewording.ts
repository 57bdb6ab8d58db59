import type { EmulatorResponse } from '../../http.ts'

/** The same answer with its body changed. */
function withBody(response: EmulatorResponse, body: unknown): EmulatorResponse {
  return { ...response, body: JSON.stringify(body) }
}

/** A failure as the model words it. */
export function failure(response: EmulatorResponse, status: number, type: string): EmulatorResponse {
  return withBody({ ...response, status }, { error: { status, type, message: 'No.' } })
}
