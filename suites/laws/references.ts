import { isObject } from '../../model/json.ts'
import { resolve } from '../../model/reference.ts'
import type { Trial } from '../../model/trial.ts'
import type { Matrix } from './matrix.ts'

/** A property of a request that names an object of a kind, and how such an object is brought about. */
export interface Reference {
  readonly operation: string
  readonly name: string
  readonly kind: string
  readonly make: (trial: Trial) => Promise<string>
}

/** The properties at the top of a request that name objects, where the scenes can bring such objects about. */
export function referencesOf({ contract, scenes }: Matrix, operation: string): readonly Reference[] {
  const schema = contract.operations.get(operation)?.body?.schema
  const properties = isObject(schema) && isObject(schema['properties']) ? schema['properties'] : {}
  return Object.entries(properties).flatMap(([name, property]) => {
    if (!isObject(property)) return []
    const kind =
      property['x-reference'] ?? resolve(contract.schemas, property, String(schema?.['$id'])).schema['x-reference']
    const make = scenes.references?.[String(kind)]
    return make === undefined ? [] : [{ operation, name, kind: String(kind), make }]
  })
}
