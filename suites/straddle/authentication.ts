import { all, each } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { credentialsAreRequired } from '../laws/credentials-are-required.ts'
import { hasStatus } from '../vocabulary/judge.ts'
import { customerBody } from './bodies.ts'
import { idOf, makeCustomer } from './making.ts'
import { Blocked } from '../../model/trial.ts'
import { kebab } from '../laws/kebab.ts'
import { holdsNone } from './found.ts'

const refused = (exchange: Exchange) => hasStatus(exchange, 401)
const someId = '7b2ac4c0-0f6c-4c2b-9d0e-4f6f6a1f3b11'
const literal = (authorization: string) => ({ kind: 'literal', headers: [['authorization', authorization]] }) as const
const readable = [
  'listCustomers',
  'listPaykeys',
  'listPayments',
  'listFundingEvents',
  'listOrganizations',
  'listAccounts',
  'listLinkedBankAccounts',
  'listRepresentatives',
]

/** A wrong key is told from a right one only by a target that has keys. */
function keyed(checks: readonly Check[]): readonly Check[] {
  return checks.map((check) => (check.id.endsWith('/unknown-key') ? { ...check, needs: ['keyed'] } : check))
}

export function authentication(contract: Contract): readonly Check[] {
  const { unknownKey } = contract.provider.authentication
  const basic = `Basic ${Buffer.from(`${unknownKey}:`).toString('base64')}`
  return [
    ...keyed(
      credentialsAreRequired(contract, 'straddle/authentication', {
        refusal: refused,
        cases: [
          {
            name: 'no-key',
            clause: 'straddle.authentication.bearer.every-operation',
            credentials: () => ({ kind: 'none' }),
          },
          {
            name: 'unknown-key',
            clause: 'straddle.authentication.bearer.unknown-key',
            credentials: () => literal(`Bearer ${unknownKey}`),
          },
          {
            name: 'other-scheme',
            clause: 'straddle.authentication.bearer.other-scheme',
            credentials: () => literal(basic),
          },
        ],
      }),
    ),
    example('straddle/authentication/every-operation-twice', {
      arrange: async (trial) => {
        const answers: Exchange[] = []
        for (const { id, pathParameters } of contract.operations.values()) {
          const path = Object.fromEntries(pathParameters.map(({ name }) => [name, someId]))
          const call = { path, credentials: { kind: 'none' } } as const
          answers.push(await trial.call(id, call), await trial.call(id, call))
        }
        return answers
      },
      judge: { 'straddle.authentication.bearer.every-operation': (answers) => each(answers, refused) },
    }),
    example('straddle/authentication/no-key-for-customers', {
      arrange: (trial) => trial.call('listCustomers', { credentials: { kind: 'none' } }),
      judge: {
        'straddle.errors.status.unauthorized': refused,
        'straddle.authentication.bearer.every-operation': refused,
      },
    }),
    example('straddle/authentication/nothing-done-without-a-key', {
      arrange: async (trial) => {
        const body = customerBody(trial)
        const kept = await makeCustomer(trial)
        await trial.call('createCustomer', { body, credentials: { kind: 'none' } })
        await trial.call('deleteCustomer', { path: { id: idOf(kept) }, credentials: { kind: 'none' } })
        const found = await trial.given('listCustomers', { query: { email: String(body['email']) } })
        return { body, found, kept: await trial.call('getCustomer', { path: { id: idOf(kept) } }) }
      },
      judge: {
        'straddle.authentication.bearer.nothing-done': ({ body, found, kept }) =>
          all(holdsNone(found, 'email', body['email'] ?? null), hasStatus(kept, 200)),
      },
    }),
    example<Exchange>('straddle/authentication/a-key-opens-customers', {
      arrange: (trial) => trial.call('listCustomers'),
      judge: { 'straddle.authentication.bearer.key-opens': (answer) => hasStatus(answer, 200) },
    }),
    // apart, so that an operation that a key is not permitted leaves the others judged
    ...readable.map((operation) =>
      example<Exchange>(`straddle/authentication/one-key-opens-${kebab(operation)}`, {
        // an operation that the target lacks is a gap of that operation
        arrange: async (trial) => {
          const answer = await trial.call(operation)
          if (answer.response.status === 404) throw new Blocked(answer, `${operation} answered 404`)
          return answer
        },
        judge: {
          'straddle.authentication.keys.full-access': (answer) => hasStatus(answer, 200),
        },
      }),
    ),
  ]
}
