import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { ownSchemas } from '../../../schemas/own.ts'
import type { OwnSchema } from '../../../schemas/own.ts'

/** One of our own schemas as data. */
export function readSchema(name: OwnSchema): Record<string, unknown> {
  const path = new URL(`../../../schemas/assay/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
}

/** A validator of our own data in the strictest mode, which throws on a sloppy schema. */
export function validator(name: OwnSchema): (value: unknown) => boolean {
  const ajv = new Ajv2020({ strict: true, allErrors: true })
  addFormats.default(ajv)
  for (const other of ownSchemas) ajv.addSchema(readSchema(other))
  const validate = ajv.getSchema(`https://assay.example/schemas/assay/${name}.json`)
  if (validate === undefined) throw new Error(`No schema ${name}`)
  return (value) => validate(value) === true
}
