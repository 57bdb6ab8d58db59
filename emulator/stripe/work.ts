import type { EmulatorRequest } from '../http.ts'
import type { Params } from '../router.ts'
import type { Context } from './context.ts'
import type { Endpoint } from './endpoint.ts'
import { checkExpansions, expanded } from './expand.ts'
import { list, readFields, string } from './fields.ts'
import { decodeForm } from './form.ts'
import type { ParamHash } from './form.ts'
import type { Outcome } from './idempotency.ts'
import type { Failure } from './refusal.ts'
import { Refusal, refuse } from './refusal.ts'

/** One request for one endpoint, its parameters unfolded. */
export interface Job {
  readonly endpoint: Endpoint
  readonly path: Params
  readonly url: string
  readonly params: ParamHash
}

const expansions = { expand: list(string()) }

/** The error envelope. */
export function envelope({ status: _status, ...error }: Failure): string {
  return JSON.stringify({ error })
}

/** Query and body of a request as one hash: this version takes parameters from both, whatever the method. */
export function paramsOf({ rules }: Context, { url, headers, body }: EmulatorRequest): ParamHash {
  const type = headers.get('content-type') ?? 'application/x-www-form-urlencoded'
  if (body !== '' && !/^application\/x-www-form-urlencoded\b/iu.test(type)) return refuse(rules.wrongContentType())
  const mark = url.indexOf('?')
  const decoded = decodeForm(mark === -1 ? '' : url.slice(mark + 1), body)
  return decoded.kind === 'params' ? decoded.params : refuse(rules.malformedParameter(decoded.key))
}

/** What a request says of the object that it is about, and what of the answer's expansion. */
function apart(params: ParamHash, context: Context): { readonly own: ParamHash; readonly paths: readonly string[] } {
  if (params['expand'] === undefined) return { own: params, paths: [] }
  const { expand, ...own } = params
  return { own, paths: readFields(expansions, { expand }, context).expand ?? [] }
}

/** Runs an endpoint: reads the parameters, does the work, expands the answer. */
export function workOn(context: Context, { endpoint, path, url, params }: Job): Outcome {
  let wasValid = false
  try {
    const { own, paths } = apart(params, context)
    checkExpansions(context, endpoint.returns, paths)
    const input = readFields(endpoint.fields, own, context)
    wasValid = true
    const answer = endpoint.answer({ context, input: input as never, path, url })
    return { status: 200, body: JSON.stringify(expanded(context, answer, paths)), wasValid }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { status: error.failure.status, body: envelope(error.failure), wasValid }
  }
}
