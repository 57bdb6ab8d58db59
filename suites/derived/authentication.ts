import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Authentication, Contract, Operation } from '../../model/contract.ts'
import type { Credentials, Exchange } from '../../model/exchange.ts'
import { all } from '../../model/judgement.ts'
import { Blocked, Refused } from '../../model/trial.ts'
import type { Call, Trial } from '../../model/trial.ts'
import { kebab } from '../laws/kebab.ts'
import { callOf, canArrange, requiredQuery } from './arrange.ts'
import { clauseOf } from './clause-of.ts'
import { unauthorized } from './refusal.ts'

interface Tried {
  readonly none: Exchange
  readonly wrong?: Exchange
}

/** Operations that ask for credentials refuse a request without any, and one with a key that nobody has. */
export function authentication(contract: Contract): readonly Check[] {
  return [...contract.operations.values()].flatMap((operation) => {
    const clause = clauseOf(contract, operation, 'authentication')
    if (clause === undefined) return []
    return [
      example<Tried>(`${contract.provider.name}/authentication/${kebab(operation.id)}`, {
        arrange: async (trial) => {
          const call = await callFor(trial, operation)
          const none = await trial.call(operation.id, { ...call, credentials: { kind: 'none' } })
          if (!trial.can('keyed')) return { none }
          const credentials = unknownKey(contract.provider.authentication)
          return { none, wrong: await trial.call(operation.id, { ...call, credentials }) }
        },
        judge: {
          [clause]: ({ none, wrong }) =>
            all(unauthorized(operation, none), ...(wrong === undefined ? [] : [unauthorized(operation, wrong)])),
        },
      }),
    ]
  })
}

/** A call that only its key can be wrong with, where that is known how to make: another fault can be refused first. */
async function callFor(trial: Trial, operation: Operation): Promise<Call> {
  const path = Object.fromEntries(operation.pathParameters.map(({ name }) => [name, 'unknown']))
  const query = requiredQuery(trial.contract, operation)
  const bare: Call = { path, query, ...(operation.body === undefined ? {} : { body: {} }) }
  if (!canArrange(trial.contract, operation)) return bare
  try {
    return await callOf(trial, operation)
  } catch (thrown) {
    if (thrown instanceof Blocked || thrown instanceof Refused) return bare
    throw thrown
  }
}

function unknownKey({
  schemes: [scheme],
  keyHeader,
  keyCookie,
  keyQuery,
  unknownKey: key,
}: Authentication): Credentials {
  const basic = `Basic ${Buffer.from(`${key}:`).toString('base64')}`
  return {
    kind: 'literal',
    headers: [
      ...(keyHeader === undefined ? [] : [[keyHeader, key] as const]),
      ...(keyCookie === undefined ? [] : [['cookie', `${keyCookie}=${key}`] as const]),
      ...(scheme === undefined ? [] : [['authorization', scheme === 'bearer' ? `Bearer ${key}` : basic] as const]),
    ],
    query: keyQuery === undefined ? [] : [[keyQuery, key]],
  }
}
