import type { Dispatcher } from 'undici'
import { WireError } from './errors.ts'
import type { Limits } from './limits.ts'

/** A whole answer, its fields raw: name, value, name, value … */
export interface WholeAnswer {
  readonly statusCode: number
  readonly fields: readonly (string | Buffer)[]
  readonly bytes: Buffer
}

/** The request was not answered within the time limit. */
export class TimeIsOver extends Error {}

/** Asks and gathers the whole answer, without a stream in between, within the limits of time and size. */
export function askWhole(
  client: Dispatcher,
  request: Dispatcher.DispatchOptions,
  { timeoutMs, bytes: most }: Pick<Limits, 'timeoutMs' | 'bytes'>,
): Promise<WholeAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    let statusCode = 0
    let fields: WholeAnswer['fields'] = []
    let abort: ((reason: Error) => void) | undefined
    let failure: Error | undefined
    const fail = (reason: Error): void => {
      clearTimeout(timer)
      failure ??= reason
      reject(failure)
      abort?.(failure)
    }
    const timer = setTimeout(() => fail(new TimeIsOver('the time limit is over')), timeoutMs)
    client.dispatch(request, {
      onRequestStart(controller) {
        abort = (reason) => controller.abort(reason)
        if (failure !== undefined) abort(failure)
      },
      onResponseStart({ rawHeaders }, status) {
        // what comes before the answer is none
        if (status < 200) return
        statusCode = status
        fields = rawHeaders as WholeAnswer['fields']
      },
      onResponseData(_, chunk) {
        size += chunk.length
        if (size > most) fail(new WireError('too-large', `more than ${most} bytes`))
        else chunks.push(chunk)
      },
      onResponseEnd() {
        clearTimeout(timer)
        resolve({
          statusCode,
          fields,
          bytes: chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks),
        })
      },
      onResponseError: (_, error) => fail(error),
    })
  })
}
