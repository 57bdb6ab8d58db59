import type { Contract } from '../../model/contract.ts'
import type { Metadata, Resource } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { isMasked } from '../../model/masked.ts'
import { sentIn } from './sent.ts'

/** What an update that names metadata makes of it, and the clause that says so; undefined where the document leaves it open. */
export function metadataWritten(
  contract: Contract,
  resource: Resource,
  before: Json | undefined,
  exchange: Exchange,
): { readonly at: string; readonly value: Json; readonly clause: string } | undefined {
  const rules = contract.declaration.metadata
  const clause = metadataClause(contract, resource)
  if (rules === undefined || clause === undefined || exchange.operation !== resource.update) return undefined
  const value = after(before, exchange, rules)
  return value === undefined ? undefined : { at: rules.at, value, clause }
}

/** The clause that says what the update of a resource makes of its metadata. */
export function metadataClause({ declaration }: Contract, { metadata, update }: Resource): string | undefined {
  if (metadata?.update === undefined || metadata.update !== update) return undefined
  return metadata.clauses['updated'] ?? declaration.metadata?.clauses['merges']
}

function after(before: Json | undefined, exchange: Exchange, rules: Metadata): Json | undefined {
  const sent = sentIn(exchange).below(rules.at)
  if (sent.length === 0 || (rules.update === 'merges' && !isObject(before))) return undefined
  // a recording that was redacted can name it otherwise
  const names = [...sent.map(([name]) => name), ...(isObject(before) ? Object.keys(before) : [])]
  if (isNested(exchange, rules.at) || names.some((name) => name.startsWith('['))) return undefined
  const values: Record<string, Json> = rules.update === 'merges' ? { ...(before as Record<string, Json>) } : {}
  for (const [name, value] of sent) {
    const isEmpty = value === '' || value === null
    if (isEmpty && rules.update === 'merges') delete values[name]
    else if (isEmpty || typeof value !== 'string' || isMasked(name) || isMasked(value)) return undefined
    else values[name] = value
  }
  return values
}

/** Whether a form has names with brackets in them, which nobody says how to read. */
function isNested({ request }: Exchange, at: string): boolean {
  const fields = [...new URLSearchParams(request.body).keys()].filter((name) => name.startsWith(`${at.slice(1)}[`))
  return fields.some((name) => /[[\]]/.test(name.slice(at.length, -1)))
}
