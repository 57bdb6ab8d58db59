import type { Exchange } from '../../model/exchange.ts'
import { isObject } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'

/** The names at the top of what a request sends, in its query and in a body that is a form or JSON. */
export function namesIn({ request }: Exchange): readonly string[] {
  const [, query = ''] = request.path.split('?')
  return [...formNames(query), ...(jsonNames(request.body) ?? formNames(request.body))]
}

function formNames(text: string): readonly string[] {
  return [...new URLSearchParams(text).keys()].map((name) => name.split('[')[0] ?? name)
}

function jsonNames(text: string): readonly string[] | undefined {
  if (!text.trimStart().startsWith('{')) return undefined
  try {
    const body = JSON.parse(text) as Json
    return isObject(body) ? Object.keys(body) : undefined
  } catch {
    return undefined
  }
}
