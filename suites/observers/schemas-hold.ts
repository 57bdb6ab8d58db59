import { answerNameFor } from '../../model/documented-answer.ts'
import { kept, reads, without } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Observation, Observer } from '../../model/check.ts'
import type { Contract, Operation } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { clausesNamedBySchemas } from '../../contracts/load.ts'
import { createSchemaJudge } from '../../schemas/judge.ts'
import type { SchemaJudge, SchemaJudgement } from '../../schemas/judge.ts'
import { schemaBase } from '../../schemas/identity.ts'
import { viewOf } from './view.ts'

/** Every exchange keeps the provider's `exchange.json`, and every answer the schema of its operation and status. */
export const schemasHold: Observer = {
  id: 'observer/schemas-hold',
  clauses: (contract) => {
    const named = clausesNamedBySchemas(contract.schemas).filter(({ side }) => side === 'answer')
    return [...new Set(named.map(({ clause }) => clause))]
  },
  watch(contract) {
    const judge = judgeOf(contract)
    const exchangeSchema = `${schemaBase}${contract.provider.name}/exchange.json`
    return (exchange) => {
      const body = bodySchema(contract, exchange)
      const { response } = exchange
      return [
        ...observations(judge(exchangeSchema, viewOf(exchange)), '/body'),
        ...(body === undefined || response.json === undefined ? [] : observations(judge(body, response.json), '')),
      ]
    }
  },
}

const judges = new WeakMap<Contract, SchemaJudge>()

/** The compiled schemas of a contract, shared by all that judge by them. */
export function judgeOf(contract: Contract): SchemaJudge {
  const known = judges.get(contract)
  if (known !== undefined) return known
  const made = createSchemaJudge(contract.schemas)
  judges.set(contract, made)
  return made
}

/** `$id` of the schema for the answer of an exchange, or undefined where its operation documents none. */
export function bodySchema(contract: Contract, { operation, response }: Exchange): string | undefined {
  const described = operation === undefined ? undefined : contract.operations.get(operation)
  return described === undefined ? undefined : (answerFor(described, response.status) ?? undefined)
}

/** The documented answer for a status: by the status itself, its class, or `default`; undefined where there is none. */
export function answerFor(operation: Operation, status: number): string | null | undefined {
  const name = answerNameFor(operation, status)
  return name === undefined ? undefined : operation.answers[name]
}

const conforming: Judgement = kept()

/** One observation a clause: its mismatches, the reading it follows, or that it conforms. */
function observations({ judged, mismatches, readings }: SchemaJudgement, strip: string): readonly Observation[] {
  return Array.from(judged, (clause) => {
    if (mismatches.length === 0 && readings.length === 0) return { clause, judgement: conforming }
    const own = mismatches
      .filter((mismatch) => mismatch.clause === clause)
      .map(({ mismatch }) => ({ ...mismatch, at: placeOf(mismatch.at, strip) }))
    const reading = readings.find((found) => found.clause === clause)
    if (own.length === 0 && reading !== undefined) return { clause, judgement: reads(reading.reading) }
    return { clause, judgement: without(own) }
  })
}

/** A place in the view of an exchange as a finding names it: a pointer into the body, `status`, or a header name. */
function placeOf(at: string, strip: string): string {
  if (strip === '') return at
  if (at === '/body' || at.startsWith('/body/')) return at.slice('/body'.length)
  const header = /^\/headers\/(.+)$/.exec(at)?.[1]
  return header ?? at.slice(1)
}
