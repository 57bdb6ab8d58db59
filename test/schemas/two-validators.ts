import {
  registerSchema,
  setShouldValidateFormat,
  unregisterSchema,
  validate,
} from '@hyperjump/json-schema/draft-2020-12'
import '@hyperjump/json-schema/formats'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Schema } from '../../model/contract.ts'
import type { Json } from '../../model/json.ts'

/** What two independent validators say of an instance. */
export interface Opinions {
  readonly ajv: boolean
  readonly hyperjump: boolean
}

/** Compiles schemas under both validators. */
export function twoValidators(
  schemas: ReadonlyMap<string, Schema>,
): (schemaId: string, instance: Json) => Promise<Opinions> {
  setShouldValidateFormat(true)
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false })
  addFormats.default(ajv)
  for (const [id, schema] of schemas) {
    ajv.addSchema(schema)
    unregisterSchema(id)
    registerSchema(schema as never, id)
  }
  const compiled = new Map<string, (instance: never) => { readonly valid: boolean }>()

  return async (schemaId, instance) => {
    const second = compiled.get(schemaId) ?? (await validate(schemaId))
    compiled.set(schemaId, second)
    return { ajv: (ajv.getSchema(schemaId) as ValidateFunction)(instance), hyperjump: second(instance as never).valid }
  }
}
