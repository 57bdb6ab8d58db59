import type { Exchange, WireRequest } from '../../model/exchange.ts'
import { isObject } from '../../model/json.ts'
import { requestJson } from '../../model/request-json.ts'

/** The names at the top of what a request sends, in its query and in a body that is a form or JSON. */
export function namesIn({ request }: Exchange): readonly string[] {
  const [, query = ''] = request.path.split('?')
  return [...formNames(query), ...(jsonNames(request) ?? formNames(request.body))]
}

function formNames(text: string): readonly string[] {
  return [...new URLSearchParams(text).keys()].map((name) => name.split('[')[0] ?? name)
}

function jsonNames(request: WireRequest): readonly string[] | undefined {
  const body = requestJson(request)
  return isObject(body) ? Object.keys(body) : undefined
}
