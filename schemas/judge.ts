import { _ } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Schema } from '../model/contract.ts'
import type { Mismatch } from '../model/finding.ts'
import { isObject, pointerStep, valueAt } from '../model/json.ts'
import type { Json } from '../model/json.ts'
import { expectationOf } from './expectation.ts'

/** What a schema says of one instance, clause by clause. */
export interface SchemaJudgement {
  /** Clauses that some value of the instance was held against; judgements of the same clauses often share one list. */
  readonly judged: readonly string[]
  readonly mismatches: readonly { readonly clause: string; readonly mismatch: Mismatch }[]
  readonly readings: readonly { readonly clause: string; readonly reading: string }[]
  /** Values outside an open vocabulary. */
  readonly newValues: readonly { readonly at: string; readonly value: string }[]
}

/** Judges an instance by the schema with this `$id`; compiled on first use. */
export type SchemaJudge = (schemaId: string, instance: Json) => SchemaJudgement

interface Notes {
  readonly readings: { clause: string; reading: string }[]
  readonly newValues: { at: string; value: string }[]
}

/** Compiles schemas once and blames each violation on the nearest enclosing `x-clause`. */
export function createSchemaJudge(schemas: ReadonlyMap<string, Schema>): SchemaJudge {
  const reached = createReached()
  let notes = emptyNotes()
  const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true, ownProperties: true, logger: false })
  addFormats.default(ajv)
  addVocabulary(ajv, reached, () => notes)
  for (const schema of schemas.values()) ajv.addSchema(schema)
  const owners = clauseOwners([...schemas.values()])

  const validators = new Map<string, ValidateFunction>()

  return remembering((schemaId, instance) => {
    const validate = validators.get(schemaId) ?? (ajv.getSchema(schemaId) as ValidateFunction)
    validators.set(schemaId, validate)
    notes = emptyNotes()
    validate(instance)
    const fallback = String(schemas.get(schemaId)?.['x-clause'] ?? '')
    const mismatches = telling(validate.errors ?? []).map((error) => ({
      clause: clauseOf(error, owners) ?? fallback,
      mismatch: mismatchOf(error, instance),
    }))
    for (const { clause } of mismatches) reached.add(clause)
    return { ...notes, judged: reached.take(), mismatches }
  })
}

/** Several parts of a run ask about the same body; each body is validated once. */
function remembering(judge: SchemaJudge): SchemaJudge {
  const known = new WeakMap<object, readonly (readonly [schemaId: string, judgement: SchemaJudgement])[]>()
  return (schemaId, instance) => {
    if (typeof instance !== 'object' || instance === null) return judge(schemaId, instance)
    const before = known.get(instance) ?? []
    const found = before.find(([id]) => id === schemaId)
    if (found !== undefined) return found[1]
    const judgement = judge(schemaId, instance)
    known.set(instance, [...before, [schemaId, judgement]])
    return judgement
  }
}

/** The clauses that a validation comes upon: hundreds for each exchange, so each has a number and is only ticked off. */
interface Reached {
  /** One for each clause, not 0 where it was reached. */
  readonly ticks: number[]
  numberOf(clause: string): number
  add(clause: string): void
  /** Names what was reached, and starts afresh. */
  take(): readonly string[]
}

const mostTaken = 2_000

function createReached(): Reached {
  const ticks: number[] = []
  const clauses: string[] = []
  const numbers = new Map<string, number>()
  // answers alike reach the same clauses, and get the same list of them
  const taken = new Map<number, { readonly ticked: readonly number[]; readonly reached: readonly string[] }>()
  const numberOf = (clause: string): number => {
    const number = numbers.get(clause) ?? clauses.push(clause) - 1
    numbers.set(clause, number)
    ticks[number] ??= 0
    return number
  }
  return {
    ticks,
    numberOf,
    add: (clause) => void (ticks[numberOf(clause)] = 1),
    take() {
      let hash = 0
      const ticked: number[] = []
      for (let number = 0; number < ticks.length; number += 1)
        if (ticks[number] !== 0) {
          hash = (Math.imul(hash, 31) + number) | 0
          ticked.push(number)
        }
      ticks.fill(0)
      const before = taken.get(hash)
      if (before?.ticked.length === ticked.length && ticked.every((number, index) => before.ticked[index] === number))
        return before.reached
      const reached = ticked.map((number) => clauses[number] ?? '')
      if (taken.size >= mostTaken) taken.clear()
      taken.set(hash, { ticked, reached })
      return reached
    },
  }
}

function emptyNotes(): Notes {
  return { readings: [], newValues: [] }
}

function addVocabulary(ajv: Ajv2020, reached: Reached, notes: () => Notes): void {
  ajv.addKeyword({
    keyword: 'x-clause',
    schemaType: 'string',
    // inlined: a keyword of its own would be handed its whole context each time
    code({ gen, schema }) {
      gen.code(_`${gen.scopeValue('obj', { ref: reached.ticks })}[${reached.numberOf(String(schema))}] = 1`)
    },
  })
  ajv.addKeyword({
    keyword: 'x-open-enum',
    schemaType: 'array',
    errors: false,
    compile: (known: readonly unknown[]) => (data: unknown, context) => {
      if (typeof data === 'string' && !known.includes(data))
        notes().newValues.push({ at: context?.instancePath ?? '', value: data })
      return true
    },
  })
  ajv.addKeyword({
    keyword: 'x-readings',
    schemaType: 'object',
    errors: false,
    compile: ({ clause, names }: { clause: string; names: readonly string[] }, parent, context) => {
      const branches = (parent['anyOf'] as readonly Schema[]).map((branch) => context.self.compile(branch))
      return (data: unknown) => {
        reached.add(clause)
        const index = branches.findIndex((branch) => branch(data))
        const reading = names[index]
        if (reading !== undefined) notes().readings.push({ clause, reading })
        return true
      }
    },
  })
}

/** For each subschema, the nearest `x-clause` on it or around it in its file. */
function clauseOwners(schemas: readonly Schema[]): WeakMap<object, string> {
  const owners = new WeakMap<object, string>()
  const visit = (schema: Json, owner: string | undefined): void => {
    if (Array.isArray(schema)) {
      for (const item of schema as readonly Json[]) visit(item, owner)
      return
    }
    if (!isObject(schema)) return
    const own = typeof schema['x-clause'] === 'string' ? schema['x-clause'] : owner
    if (own !== undefined) owners.set(schema, own)
    for (const [keyword, value] of Object.entries(schema)) {
      if (keyword !== 'examples' && keyword !== 'const' && keyword !== 'enum') visit(value, own)
    }
  }
  for (const schema of schemas) visit(schema, undefined)
  return owners
}

function clauseOf(error: ErrorObject, owners: WeakMap<object, string>): string | undefined {
  const parent = error.parentSchema as Schema
  if (error.keyword === 'required') {
    const property = valueAt(parent, `/properties${pointerStep(String(error.params['missingProperty']))}`)
    if (isObject(property) && typeof property['x-clause'] === 'string') return property['x-clause']
  }
  if (error.keyword === 'anyOf' && isObject(parent['x-readings'])) return String(parent['x-readings']['clause'])
  return owners.get(parent)
}

/** Drops what only repeats another error: `if` itself, and the branches of an alternative none of which matched. */
function telling(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const alternatives = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf')
  return errors.filter((error, index) => {
    // an `if` is told by its branch, a name that does not do by what is wrong with it
    if (error.keyword === 'if' || error.keyword === 'propertyNames') return false
    return !alternatives.some(
      (alternative) =>
        alternative !== error &&
        // a keyword beside the alternatives tells something of its own
        alternative.parentSchema !== error.parentSchema &&
        errors.indexOf(alternative) > index &&
        error.instancePath.startsWith(alternative.instancePath) &&
        error.schemaPath !== alternative.schemaPath,
    )
  })
}

function mismatchOf(error: ErrorObject, instance: Json): Mismatch {
  // a name that does not do is shown as itself, at the property that has it
  if (error.propertyName !== undefined)
    return {
      at: `${error.instancePath}${pointerStep(error.propertyName)}`,
      expected: expectationOf(error),
      actual: error.propertyName,
    }
  const missing = error.keyword === 'required' ? pointerStep(String(error.params['missingProperty'])) : ''
  const at = `${error.instancePath}${missing}`
  return { at, expected: expectationOf(error), actual: missing === '' ? (valueAt(instance, at) ?? null) : 'absent' }
}
