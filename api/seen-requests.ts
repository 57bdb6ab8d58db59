import type { Emulator, EmulatorRequest, EmulatorResponse } from '../emulator/http.ts'

/** One request to an emulator and how it was answered. */
export interface SeenRequest {
  /** Id of the operation in the provider's OpenAPI description, e.g. `createCharge`; undefined where none has this method and path. */
  readonly operation: string | undefined
  readonly method: string
  /** Path and query as they were sent. */
  readonly path: string
  /** Header fields by lower-case name; the values of a repeated field are joined with a comma. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Status of the answer. */
  readonly status: number
  /** Body of the answer. */
  readonly answer: string
}

/** How many requests are remembered; older ones are dropped, so that memory does not grow with the length of a test. */
const remembered = 1_000

/** Notes the requests to an emulator and their answers in `seen`, in the order in which they were answered. */
export function noteRequests(
  emulator: Emulator,
  seen: SeenRequest[],
  match: (method: string, path: string) => string | undefined,
): Emulator {
  return {
    ...emulator,
    async handle(request) {
      const response = await emulator.handle(request)
      seen.push(seenRequest(request, response, match))
      if (seen.length > remembered) seen.shift()
      return response
    },
  }
}

function seenRequest(
  { method, url, headers, body }: EmulatorRequest,
  response: EmulatorResponse,
  match: (method: string, path: string) => string | undefined,
): SeenRequest {
  return {
    operation: match(method, url),
    method,
    path: url,
    headers: Object.fromEntries(headers),
    body,
    status: response.status,
    answer: response.body,
  }
}
