import { expect, it } from 'vitest'
import { providers } from '../../contracts/index.ts'
import { loadContract } from '../../contracts/load.ts'
import type { Operation } from '../../model/contract.ts'
import { createMatchOperation } from '../../wire/match-operation.ts'

const templates = [
  'GET /v1/charges/{id}',
  'GET /v1/charges/search',
  'GET /v1/{any}/search',
  'POST /v1/charges',
  'GET /v1/files/{name}.pdf',
  'GET /v1/charges/{id}/refunds',
  'POST /v1/charges/{id}:cancel',
  'GET /v1/rates/{from},{to}',
  'GET /v1/all*of(it)',
  'GET /v1/charges/{other}',
  'GET /v1/files/{name}',
]
const operations = new Map(
  templates.map((template) => {
    const [method = '', path = ''] = template.split(' ')
    return [template, { id: template, method, path } as unknown as Operation] as const
  }),
)

it.for([
  ['GET', '/v1/charges/search', 'GET /v1/charges/search'],
  ['GET', '/v1/charges/ch_1?expand[]=x', 'GET /v1/charges/{id}'],
  ['GET', '/v1/customers/search', 'GET /v1/{any}/search'],
  ['post', '/v1/charges', 'POST /v1/charges'],
  ['GET', '/v1/files/a.pdf', 'GET /v1/files/{name}.pdf'],
  ['GET', '/v1/charges/ch_1/refunds', 'GET /v1/charges/{id}/refunds'],
  ['GET', '/v1/files/apdf', 'GET /v1/files/{name}'],
  ['DELETE', '/v1/charges/ch_1', undefined],
  ['GET', '/v1/charges/a/b', undefined],
  ['GET', '/v1/charges/', undefined],
  ['GET', '/v1/charges//refunds', undefined],
  ['GET', '/V1/charges/ch_1', undefined],
  ['GET', '/v1/charges/ch_1/', undefined],
  ['GET', '/v1/charges/a%2Fb', 'GET /v1/charges/{id}'],
  ['GET', '/v1/charges/%E0%A4%A', 'GET /v1/charges/{id}'],
  ['GET', `/v1/charges/${'1'.repeat(5000)}`, 'GET /v1/charges/{id}'],
  ['GET', '/v1/charges/a;b', 'GET /v1/charges/{id}'],
  ['GET', '/v1/charges/é', 'GET /v1/charges/{id}'],
  ['POST', '/v1/charges/ch_1:cancel', 'POST /v1/charges/{id}:cancel'],
  ['POST', '/v1/charges/ch_1', undefined],
  ['GET', '/v1/rates/EUR,USD', 'GET /v1/rates/{from},{to}'],
  ['GET', '/v1/rates/EUR', undefined],
  ['GET', '/v1/all*of(it)', 'GET /v1/all*of(it)'],
  ['GET', '/v1/alllof(it)', undefined],
  ['GET', 'v1/charges', undefined],
  ['GET', '*', undefined],
  ['GET', '', undefined],
  ['BREW', '/v1/charges/ch_1', undefined],
] as const)('%s %s is %s', ([method, path, expected]) => {
  expect(createMatchOperation(operations)(method, path)).toBe(expected)
})

it.for(providers)('every operation of $name is found at its own path', (provider) => {
  const { operations: described } = loadContract(provider)
  const match = createMatchOperation(described)
  const found = [...described.values()].map(({ method, path }) =>
    match(method, path.replaceAll(/\{[^}]+\}/g, 'a_1-b.c')),
  )
  expect(found).toEqual([...described.keys()])
})
