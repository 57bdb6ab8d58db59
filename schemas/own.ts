import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { projectRoot } from './project-root.ts'

/** Schemas of our own data, which are closed. */
export const ownSchemas = [
  'clause',
  'configuration',
  'declaration',
  'exchange',
  'finding',
  'record',
  'report',
  'waiver',
] as const
export type OwnSchema = (typeof ownSchemas)[number]

let ajv: Ajv2020 | undefined

/** One sentence on the first thing that is wrong with a value of our own, or undefined where nothing is. */
export function validateOwn(name: OwnSchema, value: unknown): string | undefined {
  const errors = errorsIn(name, value)
  if (errors === undefined) return undefined
  const [error] = errors
  const where = error?.instancePath === '' ? 'the document' : error?.instancePath
  const detail =
    typeof error?.params['additionalProperty'] === 'string' ? ` (${error.params['additionalProperty']})` : ''
  return `${where} ${error?.message}${detail}`
}

/** What is wrong with a value of our own, as the validator says it; undefined where nothing is. */
export function errorsIn(name: OwnSchema, value: unknown): readonly ErrorObject[] | undefined {
  ajv ??= loadOwn()
  const validate = ajv.getSchema(ownId(name)) as ValidateFunction
  return validate(value) ? undefined : (validate.errors ?? [])
}

function ownId(name: OwnSchema): string {
  return `https://assay.example/schemas/assay/${name}.json`
}

function loadOwn(): Ajv2020 {
  const instance = new Ajv2020({ strict: true, allowUnionTypes: true })
  addFormats.default(instance)
  for (const name of ownSchemas) {
    instance.addSchema(JSON.parse(readFileSync(join(projectRoot, 'schemas', 'assay', `${name}.json`), 'utf8')))
  }
  return instance
}
