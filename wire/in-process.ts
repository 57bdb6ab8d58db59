import type { Emulator, EmulatorRequest, EmulatorResponse } from '../emulator/http.ts'
import { failed } from '../emulator/refused.ts'
import { headersByName } from '../model/exchange.ts'
import type { WireRequest, WireResponse } from '../model/exchange.ts'
import { toResponse } from './response.ts'

/** Carries a request to wherever it is answered. Rejects with a `WireError` when no response came. */
export type Carry = (request: WireRequest) => Promise<WireResponse>

/** A source that needs no port: the embedded emulator as a function call. */
export function toEmulator(emulator: Emulator): Carry {
  return async (request) => {
    const answer = await answerOf(emulator, {
      method: request.method,
      url: request.path,
      headers: headersByName(request.headers),
      body: request.body,
    })
    const headers = answer.headers.map(([name, value]) => [name.toLowerCase(), value] as const)
    return toResponse(answer.status, headers, answer.body)
  }
}

/** An emulator that throws answers as it does behind a port. */
async function answerOf(emulator: Emulator, request: EmulatorRequest): Promise<EmulatorResponse> {
  try {
    return await emulator.handle(request)
  } catch (error) {
    return failed(error)
  }
}
