import type { Observation, Observer } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Repeat, Resource, Write, WrittenProperty } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { departs, each, kept, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { isObject, pointerStep, valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { byOperation } from './by-operation.ts'
import { sentIn } from './sent.ts'

/** Whoever sends it: the answer to a request that writes shows what was sent, text by text and figure by figure. */
export const writesAreShown: Observer = {
  id: 'observer/writes-are-shown',
  clauses: (contract) => [...new Set(resourcesOf(contract).flatMap((resource) => clausesOf(contract, resource)))],
  watch: (contract) => (exchange) => {
    const { operation = '', response } = exchange
    if (exchange.direction === 'inbound' || response.status >= 300 || response.json === undefined) return []
    return writtenBy(contract, operation).flatMap(([, resource]) => [
      ...(resource.writes[operation] ?? []).map((group): Observation => ({
        clause: group.clause,
        judgement: shows(exchange, resource, group),
      })),
      ...(resource.repeats?.[operation] ?? []).map((group): Observation => ({
        clause: group.clause,
        judgement: repeats(exchange, resource, group),
      })),
      ...metadata(contract, exchange, resource),
    ])
  },
}

/** The resources that an operation writes. */
const writtenBy = byOperation(({ writes, repeats: repeated, metadata: own }) => [
  ...Object.keys(writes),
  ...Object.keys(repeated ?? {}),
  own?.create,
  own?.update,
])

const resourcesOf = ({ declaration }: Contract): readonly Resource[] => Object.values(declaration.resources)

function clausesOf(contract: Contract, resource: Resource): readonly string[] {
  const written = [...Object.values(resource.writes), ...Object.values(resource.repeats ?? {})].flatMap((groups) =>
    groups.map(({ clause }) => clause),
  )
  return [
    ...written,
    ...(['create', 'update'] as const).flatMap((role) => metadataClause(contract, resource, role) ?? []),
  ]
}

function shows(exchange: Exchange, { at }: Resource, { properties }: Write): Judgement {
  const sent = sentIn(exchange)
  return each(Object.entries(properties), ([pointer, property]) => {
    const value = sent.at(pointer)
    if (value === undefined || value === null || value === '') return nothing
    const place = `${at}${property.at ?? pointer}`
    const shown = valueAt(exchange.response.json, place)
    if (property.hideable === true && (shown ?? null) === null) return nothing
    const same = isSame(property, value, shown ?? null)
    if (same === undefined) return nothing
    return same ? kept() : departs({ at: place, expected: value, actual: shown === undefined ? 'absent' : shown })
  })
}

/** The same text, in whatever case; an object in the place of its id is the same as the id. */
function repeats(exchange: Exchange, { at }: Resource, group: Repeat): Judgement {
  const sent = sentIn(exchange)
  return each(group.at, (pointer) => {
    const value = sent.at(pointer)
    const shown = valueAt(exchange.response.json, `${at}${pointer}`) ?? null
    if (Array.isArray(value)) return repeatsAll(value as readonly Json[], shown, `${at}${pointer}`)
    if (typeof value !== 'string' || value === '') return nothing
    const id = isObject(shown) && typeof shown['id'] === 'string' ? shown['id'] : shown
    if (typeof id === 'string' && id.toLowerCase() === value.toLowerCase()) return kept()
    return departs({ at: `${at}${pointer}`, expected: value, actual: id })
  })
}

/** The same values, in whatever order. */
function repeatsAll(sent: readonly Json[], shown: Json, at: string): Judgement {
  const sorted = (values: readonly Json[]): string => JSON.stringify(values.map(String).toSorted())
  const isRepeated = Array.isArray(shown) && sorted(shown as readonly Json[]) === sorted(sent)
  return isRepeated ? kept() : departs({ at, expected: sent, actual: shown })
}

/** Whether what is shown is what was sent; undefined where the document leaves open how such a value is shown, or whether it is taken. */
function isSame({ kind, most, values = [] }: WrittenProperty, sent: Json, shown: Json): boolean | undefined {
  const text = String(sent)
  switch (kind) {
    case 'integer':
    case 'decimal':
      return isNumber(text) ? isNumber(String(shown)) && Number(shown) === Number(text) : undefined
    case 'flag':
      return text === 'true' || text === 'false' ? String(shown) === text : undefined
    case 'choice':
      return values.includes(sent as string) || values.map(String).includes(text) ? String(shown) === text : undefined
    default:
      return typeof sent === 'string' && [...text].length <= (most ?? Number.POSITIVE_INFINITY)
        ? shown === sent
        : undefined
  }
}

const isNumber = (text: string): boolean => /^-?\d{1,15}(?:\.\d{1,10})?$/.test(text)

/** Every text that was sent as metadata is there; one that was sent empty may be gone. */
function metadata(contract: Contract, exchange: Exchange, resource: Resource): readonly Observation[] {
  const rules = contract.declaration.metadata
  const { operation } = exchange
  const own = resource.metadata
  const role = operation === own?.create ? 'create' : operation === own?.update ? 'update' : undefined
  if (rules === undefined || operation === undefined || role === undefined) return []
  const clause = metadataClause(contract, resource, role)
  const place = `${resource.at}${rules.at}`
  const sent = sentIn(exchange).below(rules.at)
  if (clause === undefined) return []
  const judgement = each(sent, ([name, value]) => {
    if (typeof value !== 'string' || value === '') return nothing
    const shown = valueAt(exchange.response.json, place)
    // a recording that was redacted can name it otherwise
    if (isObject(shown) && !Object.hasOwn(shown, name) && Object.keys(shown).some((other) => other.startsWith('[')))
      return nothing
    const actual =
      typeof shown === 'object' && shown !== null ? ((shown as Record<string, Json>)[name] ?? null) : (shown ?? null)
    return actual === value
      ? kept()
      : departs({ at: `${place}${pointerStep(name)}`, expected: value, actual: actual ?? 'absent' })
  })
  return [{ clause, judgement }]
}

function metadataClause({ declaration }: Contract, { metadata: own, stays }: Resource, role: 'create' | 'update') {
  if (own?.[role] === undefined) return undefined
  const { updated, kept: created } = own.clauses
  return (role === 'update' ? updated : undefined) ?? created ?? declaration.metadata?.clauses['exact'] ?? stays
}
