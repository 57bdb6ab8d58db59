import type { Emulator, EmulatorRequest, EmulatorResponse } from '../emulator/http.ts'
import { failed } from '../emulator/refused.ts'
import { headersByName } from '../model/exchange.ts'
import type { WireRequest, WireResponse } from '../model/exchange.ts'
import type { Departure } from './departure.ts'
import { toResponse } from './response.ts'

/** Carries a request to wherever it is answered. Rejects with a `WireError` when no response came. */
export type Carry = (request: WireRequest, departure?: Departure) => Promise<WireResponse>

/** A source that needs no port: the embedded emulator as a function call. An emulator that throws answers as it does behind a port. */
export function toEmulator(emulator: Emulator): Carry {
  return async (request, departure) => {
    departure?.left?.()
    try {
      return received(await emulator.handle(sent(request)))
    } catch (error) {
      return received(failed(error))
    }
  }
}

/** A request as an emulator sees it. */
export function sent({ method, path, headers, body }: WireRequest): EmulatorRequest {
  return { method, url: path, headers: headersByName(headers), body }
}

/** The answer of an emulator as one from the wire. */
export function received({ status, headers, body }: EmulatorResponse): WireResponse {
  return toResponse(
    status,
    headers.map(([name, value]) => [name.toLowerCase(), value] as const),
    body,
  )
}
