import type { Check } from '../../model/check.ts'
import { property } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { JsonObject } from '../../model/json.ts'
import { Blocked } from '../../model/trial.ts'
import type { Trial } from '../../model/trial.ts'
import { arbitraryOf } from '../arbitraries/from-schema.ts'
import { sameBody } from '../vocabulary/judge.ts'
import { textAt } from '../vocabulary/read.ts'
import { preparedCall } from './prepare.ts'
import type { Preparing } from './prepare.ts'

export interface WhatIsMadeCanBeRead extends Preparing {
  readonly create: string
  readonly retrieve: string
  /** JSON Pointer of the id in the answer, and the path parameter that takes it. */
  readonly id: string
  readonly parameter: string
  /** The read answers what the create answered; top-level properties that may differ are left out. */
  readonly same?: {
    readonly clause: string
    readonly except?: readonly string[]
    readonly judge?: (created: Exchange, read: Exchange) => Judgement
  }
  /** Clauses about what a created object carries, given the body that was sent. */
  readonly carries?: Readonly<Record<string, (created: Exchange, sent: JsonObject) => Judgement>>
  readonly share?: number
  /** Removes what was made, where an account holds only so many. */
  readonly discard?: (trial: Trial, created: Exchange) => Promise<void>
}

/** Whatever valid request makes an object, reading it back shows what was made. */
export function whatIsMadeCanBeRead(contract: Contract, id: string, law: WhatIsMadeCanBeRead): Check {
  const schema = contract.operations.get(law.create)?.body?.schema
  if (schema === undefined) throw new Error(`${law.create} has no request body`)
  interface Made {
    readonly sent: JsonObject
    readonly created: Exchange
    readonly retrieved: Exchange
  }
  const carries = Object.entries(law.carries ?? {}).map(
    ([clause, judge]) => [clause, ({ created, sent }: Made) => judge(created, sent)] as const,
  )
  return property<Made, JsonObject>(id, {
    ...(law.share === undefined ? {} : { share: law.share }),
    inputs: () => arbitraryOf(contract, schema) as never,
    arrange: async (trial, body) => {
      const { body: sent, ...call } = await preparedCall(trial, law, body)
      const created = await trial.given(law.create, { ...call, body: sent })
      const path = { ...call.path, [law.parameter]: textAt(created, law.id) }
      const retrieved = await trial.call(law.retrieve, { ...call, path })
      await law.discard?.(trial, created)
      return { sent, created, retrieved }
    },
    judge: {
      ...(law.same === undefined
        ? {}
        : {
            [law.same.clause]: ({ created, retrieved }: Made) =>
              law.same?.judge?.(created, found(retrieved)) ??
              sameBody(created, found(retrieved), law.same?.except ?? []),
          }),
      ...Object.fromEntries(carries),
    },
  })
}

/** What is not found cannot be compared; what was made can still be held against what was sent. */
function found(retrieved: Exchange): Exchange {
  if (retrieved.response.status >= 300)
    throw new Blocked(retrieved, `${retrieved.operation} answered ${retrieved.response.status}`)
  return retrieved
}
