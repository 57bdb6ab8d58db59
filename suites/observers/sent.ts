import type { Exchange } from '../../model/exchange.ts'
import { isObject, pointerSteps, valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { requestJson } from '../../model/request-json.ts'

/** What the body of a request says. A form knows texts only. */
export interface Sent {
  readonly isForm: boolean
  /** The value at a JSON Pointer; undefined where the request has none, or more than one. */
  at(pointer: string): Json | undefined
  /** Names and values of the texts right below a JSON Pointer. */
  below(pointer: string): readonly (readonly [name: string, value: Json])[]
}

const read = new WeakMap<Exchange['request'], Sent>()

/** Reads the body of a request as JSON where it is that, else as a form. */
export function sentIn({ request }: Exchange): Sent {
  const known = read.get(request)
  if (known !== undefined) return known
  const body = requestJson(request)
  const made = body === undefined ? form(request.body) : json(body)
  read.set(request, made)
  return made
}

function json(body: Json): Sent {
  return {
    isForm: false,
    at: (pointer) => valueAt(body, pointer),
    below(pointer) {
      const value = valueAt(body, pointer)
      return isObject(value) ? Object.entries(value) : []
    },
  }
}

function form(text: string): Sent {
  const fields = [...new URLSearchParams(text)]
  const at = (pointer: string): string | undefined => {
    const name = nameOf(pointer)
    const values = fields.filter(([own]) => own === name)
    return values.length === 1 ? values[0]?.[1] : undefined
  }
  return {
    isForm: true,
    at,
    below(pointer) {
      const prefix = `${nameOf(pointer)}[`
      return fields
        .filter(([name]) => name.startsWith(prefix) && name.endsWith(']'))
        .map(([name, value]) => [name.slice(prefix.length, -1), value] as const)
        .filter(([name]) => !/[[\]]/.test(name))
    },
  }
}

/** The name that a form gives to a place: `card[exp_month]`. */
function nameOf(pointer: string): string {
  const [first = '', ...rest] = pointerSteps(pointer)
  return `${first}${rest.map((step) => `[${step}]`).join('')}`
}
