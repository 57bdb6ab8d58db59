import type { Exchange, WireRequest, WireResponse } from '../../../model/exchange.ts'
import { isObject } from '../../../model/json.ts'
import type { Json } from '../../../model/json.ts'
import { toResponse } from '../../../wire/response.ts'

/** A place of an operation's answers: the steps to it, `*` for every item of a list. */
export interface Place {
  readonly operation: string
  readonly steps: readonly string[]
}

/** Every text in a value, with the steps to it. */
function textsIn(
  value: Json | undefined,
  steps: readonly string[] = [],
): readonly { steps: readonly string[]; text: string }[] {
  if (typeof value === 'string') return [{ steps, text: value }]
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((item) => textsIn(item, [...steps, '*']))
  return isObject(value) ? Object.entries(value).flatMap(([name, inner]) => textsIn(inner, [...steps, name])) : []
}

/** Answers of an operation with another text at a place. */
export function withText({ operation, steps }: Place, text: string) {
  return (request: WireRequest, response: WireResponse): WireResponse =>
    request.operation !== operation || response.json === undefined
      ? response
      : toResponse(response.status, response.headers, JSON.stringify(put(response.json, steps, text)))
}

function put(value: Json, [step, ...rest]: readonly string[], text: string): Json {
  if (step === undefined) return typeof value === 'string' ? text : value
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => put(item, rest, text))
  return isObject(value) && Object.hasOwn(value, step)
    ? { ...value, [step]: put(value[step] as Json, rest, text) }
    : value
}

/** Notes which places of answers hold a text that a later request is made of. */
export function createPlaces() {
  const told: (Place & { readonly text: string })[] = []
  const used = new Map<string, Place>()
  return {
    see({ direction, operation, request, response }: Exchange): void {
      if (direction === 'inbound') return
      const sent = [request.path, request.body, ...request.headers.map(([, value]) => value)].join(' ')
      for (const { text, ...place } of told)
        if (sent.includes(text) || sent.includes(encodeURIComponent(text))) used.set(JSON.stringify(place), place)
      if (operation === undefined) return
      // what is shorter stands in many requests by chance
      for (const { steps, text } of textsIn(response.json)) if (text.length > 3) told.push({ operation, steps, text })
    },
    used: (): readonly Place[] => [...used.values()],
  }
}
