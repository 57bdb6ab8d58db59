import type { StoredExchange } from '../../model/report.ts'

/** Steps of a path with ids left open: `/v1/customers/{id}/sources`. */
function stepsOf(exchange: StoredExchange): readonly string[] {
  return givenSteps(exchange).map((step, index) => (index > 0 && isId(step) ? '{id}' : step))
}

function givenSteps({ request }: StoredExchange): readonly string[] {
  return request.path
    .replace(/[?#].*$/s, '')
    .split('/')
    .filter((step) => step !== '')
}

/** The ids in the path of a request. */
export function idsInPath(exchange: StoredExchange): readonly string[] {
  return givenSteps(exchange).filter((step, index) => index > 0 && isId(step))
}

/** Whatever may be an id in the path or the body of a request. */
export function idsSent(exchange: StoredExchange): readonly string[] {
  return [...idsInPath(exchange), ...(exchange.request.body.match(/[\w-]{6,}/g) ?? []).filter(isId)]
}

/** Words of a path have no digits and no placeholders; the first step and a version such as `v1` are words anyway. */
function isId(step: string): boolean {
  return !/^v\d+$/.test(step) && /\d|\[|%|_[A-Za-z]*[A-Z]/.test(step)
}

/** Method and path of a request, as a reader names an operation. */
export function operationOf(exchange: StoredExchange): string {
  return `${exchange.request.method} /${stepsOf(exchange).join('/')}`
}

/** The path as far as it names a kind of object: `/v1/customers/{id}/sources` of what is done to one of them. */
export function kindOf(exchange: StoredExchange): string {
  const steps = stepsOf(exchange)
  const last = steps.lastIndexOf('{id}')
  const words = steps.slice(last + 1)
  // what comes after an id is a kind of its own where it is a plural, and something done to the object where it is not
  const end = last === -1 ? steps.length : words[0]?.endsWith('s') === true ? last + 2 : last
  return `/${steps.slice(0, end).join('/')}`
}

/** The part of the API that a request belongs to: `/v1/customers` of all that is below it. */
export function familyOf(exchange: StoredExchange): string {
  const steps = stepsOf(exchange)
  const version = steps.findIndex((step) => /^v\d+$/.test(step))
  return `/${steps.slice(0, version + 2).join('/')}`
}

/** The values of a parameter that a request sends, of its query or its body. */
export function parameterOf({ request }: StoredExchange, name: string): string | undefined {
  const [, query = ''] = request.path.split('?')
  const given = new URLSearchParams(query).get(name) ?? new URLSearchParams(request.body).get(name)
  return given ?? jsonParameter(request.body, name)
}

function jsonParameter(body: string, name: string): string | undefined {
  try {
    const value: unknown = (JSON.parse(body) as Record<string, unknown>)[name]
    return value === undefined ? undefined : typeof value === 'string' ? value : JSON.stringify(value)
  } catch {
    return undefined
  }
}
