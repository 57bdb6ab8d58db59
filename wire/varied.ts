import type { EmulatorRequest } from '../emulator/http.ts'
import type { Answer, Between } from '../emulator/variants/variant.ts'
import type { WireRequest } from '../model/exchange.ts'
import type { Departure } from './departure.ts'
import { received, sent } from './in-process.ts'
import type { Target } from './session.ts'

/** A request on its way, with what the target is to be told of it that is not in its text. */
interface Passing extends EmulatorRequest {
  readonly wire: WireRequest
  readonly headersAsSent: EmulatorRequest['headers']
  readonly departure: Departure | undefined
}

/** A target with something that stands between it and the suite. */
export function varied(target: Target, between: Between): Target {
  return {
    ...target,
    open(label) {
      const session = target.open(label)
      // whatever stands between changes what it wants to and leaves the rest of a request as it is
      const carried: Answer = async (passing) => {
        const { wire, headersAsSent, departure, method, url, headers, body } = passing as Passing
        // a map holds no field twice
        const fields = headers === headersAsSent ? wire.headers : [...headers]
        return session.carry({ ...wire, method, path: url, headers: fields, body }, departure)
      }
      const answer = between(carried, (seconds) => session.advance(seconds))
      return {
        ...session,
        async carry(request, departure) {
          const asked = sent(request)
          const passing: Passing = { ...asked, wire: request, headersAsSent: asked.headers, departure }
          return received(await answer(passing))
        },
      }
    },
  }
}
