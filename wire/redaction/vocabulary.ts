import type { Contract } from '../../model/contract.ts'
import { capabilities } from '../../model/clause.ts'
import { outages, verdicts } from '../../model/finding.ts'
import { isObject } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { plainWords } from './plain-words.ts'

const everybodys = plainWords.trim().split(/\s+/)
const instances: ReadonlySet<string> = new Set(['examples', 'default'])

/** Tells the words that a contract and we ourselves write with, in any case: nothing of the kind is taken for a person's name. */
export function vocabularyOf(
  contract?: Pick<Contract, 'clauses' | 'schemas' | 'operations' | 'provider'>,
): (word: string) => boolean {
  const words = new Set(everybodys)
  const add = (text: string): void => {
    words.add(text.toLowerCase())
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{Nd}]+/gu)) words.add(word)
  }
  const visit = (value: Json): void => {
    if (typeof value === 'string') add(value)
    else if (Array.isArray(value)) for (const item of value as readonly Json[]) visit(item)
    else if (isObject(value)) {
      for (const [name, inner] of Object.entries(value)) {
        add(name)
        if (!instances.has(name) || !Array.isArray(inner)) visit(inner)
      }
    }
  }
  for (const schema of contract?.schemas.values() ?? []) visit(schema)
  for (const { id, text, section, note } of contract?.clauses.values() ?? [])
    for (const part of [id, text, section, note]) if (part !== undefined) add(part)
  for (const { id, path } of contract?.operations.values() ?? []) for (const part of [id, path]) add(part)
  if (contract !== undefined) add(contract.provider.name)
  for (const text of [...Object.values(outages), ...Object.values(capabilities), ...verdicts]) add(text)
  return (word) => words.has(word.toLowerCase())
}
