import { departs, kept } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { property } from '../../model/check.ts'
import type { Capability } from '../../model/clause.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { faultsOf, faultyRequests, firstFaultyRequests } from '../arbitraries/faults.ts'
import type { Fault, FaultyRequest } from '../arbitraries/faults.ts'
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
  readonly before: Json
  readonly after: Json
}

/** A request with a single fault is refused for the right reason, and nothing is made of it. One check a fault. */
export function refusesInvalidInput(contract: Contract, section: string, law: RefusesInvalidInput): readonly Check[] {
  const schema = contract.operations.get(law.operation)?.body?.schema
  if (schema === undefined) throw new Error(`${law.operation} has no request body`)
  return faultsOf(contract, schema).map((fault) =>
    property<Refused, FaultyRequest>(
      `${section}/${kebab(law.operation)}-refuses${kebab(fault.at)}-${kebab(fault.keyword)}`,
      {
        needs: law.needs ?? [],
        share: 0.2,
        inputs: () => faultyRequests(contract, schema, fault),
        visits: () => firstFaultyRequests(contract, schema, fault),
        arrange: async (trial, { body }) => {
          const call = await preparedCall(trial, law, body)
          const before = (await law.nothingMade?.count(trial)) ?? null
          const refused = await trial.call(law.operation, call)
          await law.afterwards?.(trial, call.body)
          return { refused, before, after: (await law.nothingMade?.count(trial)) ?? null }
        },
        judge: {
          [fault.clause]: ({ refused }, { wrong }) => law.refusal(refused, fault, wrong),
          ...Object.fromEntries(
            Object.entries(law.also ?? {}).map(([clause, judge]) => [
              clause,
              ({ refused }: Refused) => judge(refused, fault),
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
