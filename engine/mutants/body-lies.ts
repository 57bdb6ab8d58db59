import { isObject, pointerStep } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'

/** One change of a body: its name, the place, and the value that stands there instead (undefined drops it). */
export interface BodyLie {
  readonly name: string
  readonly at: string
  readonly text: string
  readonly change: (body: Json) => Json
}

/** Every single lie about every value of a body: dropped, null, another type, a broken form, another name. */
export function bodyLies(body: Json): readonly BodyLie[] {
  return places(body, '').flatMap(({ at, value }) => [
    ...(at === '' ? [] : [lie('dropped', at, 'is left out', undefined), ...renamed(at)]),
    ...(value === null ? [] : [lie('null', at, 'is null', null)]),
    lie('type', at, 'has another JSON type', otherType(value)),
    ...valueLies(at, value),
  ])
}

function valueLies(at: string, value: Json): readonly BodyLie[] {
  if (typeof value === 'number')
    return [
      lie('number-as-string', at, 'is a number in a string', String(value)),
      lie('fraction', at, 'has a fraction', value + 0.5),
    ]
  if (typeof value !== 'string' || value === '') return []
  return [
    lie('other-text', at, 'is a text outside any vocabulary', 'assay_unheard_of'),
    lie(
      'other-case',
      at,
      'is in another case',
      value === value.toUpperCase() ? value.toLowerCase() : value.toUpperCase(),
    ),
    ...(/\d/.test(value) ? [lie('broken-form', at, 'has a broken form', value.replaceAll(/\d/g, '?'))] : []),
  ]
}

function renamed(at: string): readonly BodyLie[] {
  const name = at.split('/').at(-1) ?? ''
  const other = /_[a-z]/.test(name)
    ? name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
    : name.replaceAll(/([A-Z])/g, (letter) => `_${letter.toLowerCase()}`)
  if (other === name || /^\d+$/.test(name)) return []
  return [
    { name: 'renamed', at, text: `is called ${other}`, change: (body) => rename(body, at.split('/').slice(1), other) },
  ]
}

function lie(name: string, at: string, text: string, value: Json | undefined): BodyLie {
  return { name, at, text, change: (body) => put(body, at.split('/').slice(1), value) }
}

/** Every place of a body; of a list only the first item. */
function places(value: Json, at: string): readonly { readonly at: string; readonly value: Json }[] {
  const below = isObject(value)
    ? Object.entries(value).flatMap(([name, inner]) => places(inner, `${at}${pointerStep(name)}`))
    : Array.isArray(value) && value.length > 0
      ? places((value as readonly Json[])[0] as Json, `${at}/0`)
      : []
  return [{ at, value }, ...below]
}

function otherType(value: Json): Json {
  if (typeof value === 'string') return 7
  if (typeof value === 'number') return 'seven'
  if (typeof value === 'boolean') return 'yes'
  if (value === null) return [7]
  return Array.isArray(value) ? {} : []
}

function put(document: Json, steps: readonly string[], value: Json | undefined): Json {
  const [step, ...rest] = steps
  if (step === undefined) return value ?? null
  if (Array.isArray(document))
    return (document as readonly Json[]).map((item, index) => (String(index) === step ? put(item, rest, value) : item))
  if (!isObject(document) || !Object.hasOwn(document, unescaped(step))) return document
  const name = unescaped(step)
  if (rest.length === 0 && value === undefined)
    return Object.fromEntries(Object.entries(document).filter(([key]) => key !== name))
  return { ...document, [name]: put(document[name] as Json, rest, value) }
}

function rename(document: Json, steps: readonly string[], other: string): Json {
  const [step, ...rest] = steps
  if (step === undefined) return document
  if (Array.isArray(document))
    return (document as readonly Json[]).map((item, index) =>
      String(index) === step ? rename(item, rest, other) : item,
    )
  if (!isObject(document)) return document
  const name = unescaped(step)
  return Object.fromEntries(
    Object.entries(document).map(([key, value]) =>
      key !== name ? [key, value] : rest.length === 0 ? [other, value] : [key, rename(value, rest, other)],
    ),
  )
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~')
}
