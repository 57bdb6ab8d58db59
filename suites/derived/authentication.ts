import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Authentication, Contract } from '../../model/contract.ts'
import type { Credentials, Exchange } from '../../model/exchange.ts'
import { all } from '../../model/judgement.ts'
import type { Call } from '../../model/trial.ts'
import { kebab } from '../laws/kebab.ts'
import { requiredQuery } from './arrange.ts'
import { clauseOf } from './clause-of.ts'
import { unauthorized } from './refusal.ts'

interface Refused {
  readonly none: Exchange
  readonly wrong?: Exchange
}

/** Operations that ask for credentials refuse a request without any, and one with a key that nobody has. */
export function authentication(contract: Contract): readonly Check[] {
  return [...contract.operations.values()].flatMap((operation) => {
    const clause = clauseOf(contract, operation, 'authentication')
    if (clause === undefined) return []
    const path = Object.fromEntries(operation.pathParameters.map(({ name }) => [name, 'unknown']))
    const query = requiredQuery(contract, operation)
    const call: Call = { path, query, ...(operation.body === undefined ? {} : { body: {} }) }
    return [
      example<Refused>(`${contract.provider.name}/authentication/${kebab(operation.id)}`, {
        arrange: async (trial) => {
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

function unknownKey({ schemes: [scheme], keyHeader, unknownKey: key }: Authentication): Credentials {
  const basic = `Basic ${Buffer.from(`${key}:`).toString('base64')}`
  return {
    kind: 'literal',
    headers: [
      ...(keyHeader === undefined ? [] : [[keyHeader, key] as const]),
      ...(scheme === undefined ? [] : [['authorization', scheme === 'bearer' ? `Bearer ${key}` : basic] as const]),
    ],
  }
}
