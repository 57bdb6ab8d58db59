import { departs, isKept, kept, nothing, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import fc from 'fast-check'
import { property } from '../../model/check.ts'
import type { Capability } from '../../model/clause.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject, sameJson } from '../../model/json.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { Blocked } from '../../model/trial.ts'
import type { Trial } from '../../model/trial.ts'
import { faultsOf, faultyRequests, firstFaultyRequests } from '../arbitraries/faults.ts'
import type { Fault, FaultyRequest } from '../arbitraries/faults.ts'
import { arbitraryOf } from '../arbitraries/from-schema.ts'
import { inExchange } from '../vocabulary/judge.ts'
import { kebab } from './kebab.ts'
import { preparedCall } from './prepare.ts'
import type { Preparing } from './prepare.ts'

export interface RefusesInvalidInput extends Preparing {
  readonly operation: string
  readonly needs?: readonly Capability[]
  /** Whether the answer refuses this fault for its own reason: status, type, code and parameter. */
  readonly refusal: (exchange: Exchange, fault: Fault, wrong: Json) => Judgement
  /** Further clauses about any refusal of a single fault. */
  readonly also?: Readonly<Record<string, (exchange: Exchange, fault: Fault) => Judgement>>
  /** Reads what the request was about, so that observers see what became of it. */
  readonly afterwards?: (trial: Trial, body: JsonObject) => Promise<unknown>
  /** Counts what the operation would have made, and the clause that a refused request makes nothing. */
  readonly nothingMade?: { readonly clause: string; readonly count: (trial: Trial) => Promise<Json> }
}

interface Refused {
  readonly refused: Exchange
  /** How requests without the fault are refused, where they are. */
  readonly anyway: readonly Exchange[]
  readonly before: Json
  readonly after: Json
}

/** How a request without any fault is refused, where it is: a refusal that says the same is not for a fault. Found out once a run. */
async function refusedAnyway(
  trial: Trial,
  law: RefusesInvalidInput,
  valid: () => readonly JsonObject[],
): Promise<Exchange | undefined> {
  const name = `refused without a fault: ${law.operation}`
  if (!trial.memory.has(name)) {
    let first: Exchange | undefined
    for (const body of valid()) {
      const answer = await trial.call(law.operation, await preparedCall(trial, law, body))
      first = answer.response.status < 300 ? undefined : (first ?? answer)
      if (first === undefined) break
    }
    trial.memory.set(name, first)
  }
  return trial.memory.get(name) as Exchange | undefined
}

/** Too long a text is a new one each time, since a target that took it once may refuse it as known. */
function withOwnText<Sent extends { readonly body: JsonObject }>(
  call: Sent,
  { at, keyword, property: schema }: Fault,
  trial: Trial,
): Sent {
  const name = at.slice(1)
  const text = call.body[name]
  const isFree = ['pattern', 'format', 'enum'].every((one) => schema[one] === undefined)
  if (keyword !== 'maxLength' || typeof text !== 'string' || !isFree) return call
  const own = [...trial.unique('')].slice(-text.length).join('')
  return { ...call, body: { ...call.body, [name]: `${own}${[...text].slice(own.length).join('')}` } }
}

function saysTheSame(one: Exchange, other: Exchange): boolean {
  return (
    one.response.status === other.response.status &&
    isObject(one.response.json) &&
    sameJson(one.response.json, other.response.json ?? null)
  )
}

/** A request with a single fault is refused for the right reason, and nothing is made of it. One check a fault. */
export function refusesInvalidInput(contract: Contract, section: string, law: RefusesInvalidInput): readonly Check[] {
  const schema = contract.operations.get(law.operation)?.body?.schema
  if (schema === undefined) throw new Error(`${law.operation} has no request body`)
  const valid = (): readonly JsonObject[] =>
    [true, false].flatMap(
      (leastOnly) => fc.sample(arbitraryOf(contract, schema, { leastOnly }), { numRuns: 1, seed: 1 }) as JsonObject[],
    )
  const judged = faultsOf(contract, schema).filter(({ clause }) => contract.clauses.get(clause)?.excluded === undefined)
  return judged.map((fault) =>
    property<Refused, FaultyRequest>(
      `${section}/${kebab(law.operation)}-refuses${kebab(fault.at)}-${kebab(fault.keyword)}`,
      {
        needs: law.needs ?? [],
        share: 0.2,
        inputs: () => faultyRequests(contract, schema, fault),
        visits: () => firstFaultyRequests(contract, schema, fault),
        arrange: async (trial, { body, sound, wrong }) => {
          const anyway = await refusedAnyway(trial, law, valid)
          if (anyway !== undefined && [404, 405, 501].includes(anyway.response.status))
            throw new Blocked(anyway, `${law.operation} answered ${anyway.response.status}`)
          const call = withOwnText(await preparedCall(trial, law, body), fault, trial)
          const before = (await law.nothingMade?.count(trial)) ?? null
          const refused = await trial.call(law.operation, call)
          await law.afterwards?.(trial, call.body)
          const after = (await law.nothingMade?.count(trial)) ?? null
          const isForAnother = refused.response.status >= 400 && !isKept(law.refusal(refused, fault, wrong))
          const control = isForAnother
            ? await trial.call(law.operation, await preparedCall(trial, law, sound))
            : undefined
          return { refused, anyway: [anyway, control].filter((one) => one !== undefined), before, after }
        },
        judge: {
          [fault.clause]: ({ refused, anyway }, { wrong }) =>
            anyway.some((one) => saysTheSame(refused, one))
              ? unobservable('a request without the fault is refused in the same words')
              : inExchange(refused, law.refusal(refused, fault, wrong)),
          ...Object.fromEntries(
            Object.entries(law.also ?? {}).map(([clause, judge]) => [
              clause,
              ({ refused, anyway }: Refused) =>
                anyway.some((one) => saysTheSame(refused, one)) ? nothing : inExchange(refused, judge(refused, fault)),
            ]),
          ),
          ...(law.nothingMade === undefined
            ? {}
            : {
                [law.nothingMade.clause]: ({ before, after }) =>
                  JSON.stringify(before) === JSON.stringify(after)
                    ? kept()
                    : departs({ at: '', expected: before, actual: after }),
              }),
        },
      },
    ),
  )
}
