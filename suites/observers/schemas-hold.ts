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
import { createSentInvalid } from './sent-invalid.ts'
import type { SentInvalid } from './sent-invalid.ts'
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
    const sent = createSentInvalid(contract, judge)
    return (exchange) => {
      const body = bodySchema(contract, exchange)
      const { response } = exchange
      const whole = judge(exchangeSchema, viewOf(exchange))
      const answer = body === undefined || response.json === undefined ? undefined : judge(body, response.json)
      if (whole.mismatches.length > 0 || (answer?.mismatches.length ?? 0) > 0) sent.see(exchange)
      return [...observations(whole, '/body', sent), ...(answer === undefined ? [] : observations(answer, '', sent))]
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
  if (described === undefined) return undefined
  const schema = answerFor(described, response.status)
  return (schema === undefined && response.status < 300 ? onlySuccess(described) : schema) ?? undefined
}

/** What an operation answers where it succeeds, if that is one and the same: a success with another status than documented shows it, too. */
function onlySuccess({ answers }: Operation): string | null | undefined {
  const successes = new Set(
    Object.entries(answers).flatMap(([status, schema]) => (status.startsWith('2') ? [schema] : [])),
  )
  return successes.size === 1 ? [...successes][0] : undefined
}

/** The documented answer for a status: by the status itself, its class, or `default`; undefined where there is none. */
export function answerFor(operation: Operation, status: number): string | null | undefined {
  const name = answerNameFor(operation, status)
  return name === undefined ? undefined : operation.answers[name]
}

const conforming: Judgement = kept()

/** What is said where nothing is wrong, by the list of clauses. */
const allKept = new WeakMap<readonly string[], readonly Observation[]>()

function keptBy(judged: readonly string[]): readonly Observation[] {
  const known = allKept.get(judged)
  if (known !== undefined) return known
  const made = judged.map((clause) => ({ clause, judgement: conforming }))
  allKept.set(judged, made)
  return made
}

/** One observation a clause: its mismatches, the reading it follows, or that it conforms. */
function observations(
  { judged, mismatches, readings }: SchemaJudgement,
  strip: string,
  sent: SentInvalid,
): readonly Observation[] {
  if (mismatches.length === 0 && readings.length === 0) return keptBy(judged)
  return judged.flatMap((clause): readonly Observation[] => {
    const all = mismatches.filter((mismatch) => mismatch.clause === clause)
    const own = all.filter(({ mismatch: { at, actual } }) => !sent.has(at, actual))
    if (all.length > 0 && own.length === 0) return []
    const reading = readings.find((found) => found.clause === clause)
    if (own.length === 0 && reading !== undefined) return [{ clause, judgement: reads(reading.reading) }]
    return [
      { clause, judgement: without(own.map(({ mismatch }) => ({ ...mismatch, at: placeOf(mismatch.at, strip) }))) },
    ]
  })
}

/** A place in the view of an exchange as a finding names it: a pointer into the body, `status`, or a header name. */
function placeOf(at: string, strip: string): string {
  if (strip === '') return at
  if (at === '/body' || at.startsWith('/body/')) return at.slice('/body'.length)
  const header = /^\/headers\/(.+)$/.exec(at)?.[1]
  return header ?? at.slice(1)
}
