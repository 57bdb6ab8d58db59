import type { Context } from './context.ts'
import type { Shown, ShownObject } from './endpoint.ts'
import { leadsTo } from './expandable.ts'
import { refuse } from './refusal.ts'
import { shownById } from './shown.ts'

/** Refuses paths that lead nowhere, before anything is done. */
export function checkExpansions({ rules }: Context, returned: string, paths: readonly string[]): void {
  for (const path of paths) {
    const names = path.split('.')
    if (names.length > rules.expansionDepth) refuse(rules.expansionTooDeep(path, rules.expansionDepth))
    if (rules.refusesUnknownPath(returned) && leadsTo(returned, names) === undefined) refuse(rules.unexpandable(path))
  }
}

const isHolder = (value: Shown): value is ShownObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function expandPath(context: Context, holder: Shown, names: readonly string[]): Shown {
  const [name, ...rest] = names
  if (name === undefined || !isHolder(holder) || !Object.hasOwn(holder, name)) return holder
  const { rules } = context
  const value = holder[name] ?? null
  if (Array.isArray(value)) {
    const items = value as readonly Shown[]
    return rules.expandsInLists ? { ...holder, [name]: items.map((item) => expandPath(context, item, rest)) } : holder
  }
  if (typeof value !== 'string') return { ...holder, [name]: expandPath(context, value, rest) }
  const object = shownById(context, value)
  if (object === undefined) return holder
  const inner = rules.followsNested ? expandPath(context, object, rest) : object
  return rules.withExpanded(holder, name, inner as ShownObject)
}

/** An answer with the objects at the given paths in place of their ids. */
export function expanded(context: Context, answer: ShownObject, paths: readonly string[]): ShownObject {
  return context.rules
    .followed(paths)
    .reduce<ShownObject>((shown, path) => expandPath(context, shown, path.split('.')) as ShownObject, answer)
}
