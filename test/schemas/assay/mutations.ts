type Path = readonly (string | number)[]

/** A value with one deliberate fault, and where it is. */
export interface Mutation {
  readonly what: string
  readonly value: unknown
}

/** Places where any JSON value is right, so that no fault can be made below them. */
const free = new Set(['expected', 'actual', 'counterexample'])

/** Every single fault of a document: a key too many in each object, each key that is not optional missing, each value of another type. */
export function mutations(document: unknown, optional: ReadonlySet<string>): readonly Mutation[] {
  return placesOf(document, []).flatMap(({ path, value }) => {
    const where = `/${path.join('/')}`
    const swapped = { what: `${where} of another type`, value: replaced(document, path, ofAnotherType(value)) }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [swapped]
    const extra = { what: `${where} with a key too many`, value: replaced(document, path, { ...value, surplus: 1 }) }
    const missing = Object.keys(value)
      .filter((key) => !optional.has(key))
      .map((key) => ({ what: `${where} without ${key}`, value: replaced(document, path, without(value, key)) }))
    return [swapped, extra, ...missing]
  })
}

function placesOf(value: unknown, path: Path): readonly { readonly path: Path; readonly value: unknown }[] {
  if (free.has(String(path.at(-1)))) return []
  if (typeof value !== 'object' || value === null) return [{ path, value }]
  const below = Array.isArray(value)
    ? value.flatMap((item, index) => placesOf(item, [...path, index]))
    : Object.entries(value).flatMap(([key, item]) => placesOf(item, [...path, key]))
  return [{ path, value }, ...below]
}

function ofAnotherType(value: unknown): unknown {
  if (Array.isArray(value)) return {}
  return typeof value === 'object' || typeof value === 'string' ? 7 : 'another'
}

function replaced(value: unknown, [step, ...rest]: Path, by: unknown): unknown {
  if (step === undefined) return by
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? replaced(item, rest, by) : (item as unknown)))
  const object = value as Readonly<Record<string, unknown>>
  return { ...object, [step]: replaced(object[step], rest, by) }
}

function without(value: object, key: string): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
}
