/** A form parameter with its nesting unfolded: text, a list (`a[]=`), or a hash (`a[b]=`). */
export type Param = string | readonly Param[] | ParamHash

export interface ParamHash {
  readonly [name: string]: Param
}

type Draft = string | Draft[] | DraftHash
interface DraftHash {
  [name: string]: Draft
}

/** The names of one key: `card[number]` is `card`, `number`; `a[]` is `a` and an empty name. */
const keyShape = /^([^[\]]+)((?:\[[^[\]]*\])*)$/u
const deepest = 16

/** A form unfolded, or the key that could not be: malformed, or text in one place and nested in another. */
export type Decoded =
  | { readonly kind: 'params'; readonly params: ParamHash }
  | { readonly kind: 'malformed'; readonly key: string }

const emptyHash = (): DraftHash => Object.create(null) as DraftHash

/** Keys that were taken apart; clients send the same ones again and again. */
const known = new Map<string, readonly string[] | undefined>()
const mostKnown = 1_000
const longestKnown = 100

function namesOf(key: string): readonly string[] | undefined {
  const before = known.get(key)
  if (before !== undefined) return before
  if (known.size >= mostKnown) known.clear()
  const names = namesIn(key)
  if (key.length <= longestKnown) known.set(key, names)
  return names
}

function namesIn(key: string): readonly string[] | undefined {
  const [, first, rest] = keyShape.exec(key) ?? []
  if (first === undefined || rest === undefined) return undefined
  const names = [first, ...[...rest.matchAll(/\[([^[\]]*)\]/gu)].map(([, name]) => name ?? '')]
  return names.length > deepest ? undefined : names
}

function container(next: string): Draft[] | DraftHash {
  return next === '' ? [] : emptyHash()
}

/** In `a[][b]=1&a[][c]=2&a[][b]=3` a name that is there already begins the next item. */
function itemFor(list: Draft[], next: string, isLast: boolean): Draft {
  const current = list.at(-1)
  const taken = typeof current !== 'object' || Array.isArray(current) || (isLast && next in current)
  if (!taken) return current
  const made = container(next)
  list.push(made)
  return made
}

function insert(root: DraftHash, names: readonly string[], value: string): boolean {
  let place: Draft = root
  for (const [index, name] of names.entries()) {
    const next = names[index + 1]
    if (typeof place === 'string' || (name === '') !== Array.isArray(place)) return false
    if (Array.isArray(place)) {
      if (next === undefined) place.push(value)
      else place = itemFor(place, next, index + 2 === names.length)
    } else if (next === undefined) {
      if (typeof place[name] === 'object') return false
      place[name] = value
    } else {
      place = place[name] ??= container(next)
    }
  }
  return true
}

/** Unfolds form-encoded texts (query, body) into one hash; a name that repeats keeps its last value. */
export function decodeForm(...encoded: readonly string[]): Decoded {
  const root = emptyHash()
  for (const text of encoded) {
    for (const [key, value] of new URLSearchParams(text)) {
      const names = namesOf(key)
      if (names === undefined || !insert(root, names, value)) return { kind: 'malformed', key }
    }
  }
  return { kind: 'params', params: root }
}

/** The items of a list, written as `a[]=x` or as `a[0]=x`; undefined where the parameter is neither. */
export function listOf(param: Param): readonly Param[] | undefined {
  if (typeof param === 'string') return undefined
  if (Array.isArray(param)) return param as readonly Param[]
  const names = Object.keys(param)
  return names.every((name) => /^\d{1,4}$/u.test(name)) ? Object.values(param) : undefined
}

/** The hash that a parameter is, if it is one. */
export function hashOf(param: Param): ParamHash | undefined {
  return typeof param === 'string' || Array.isArray(param) ? undefined : (param as ParamHash)
}
