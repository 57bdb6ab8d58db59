import { expect, it } from 'vitest'
import type { Operation } from '../../model/contract.ts'
import { createMatchOperation } from '../../wire/match-operation.ts'

const templates = [
  'GET /v1/charges/{id}',
  'GET /v1/charges/search',
  'GET /v1/{any}/search',
  'POST /v1/charges',
  'GET /v1/files/{name}.pdf',
  'GET /v1/charges/{id}/refunds',
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
  ['GET', '/v1/files/apdf', undefined],
  ['DELETE', '/v1/charges/ch_1', undefined],
  ['GET', '/v1/charges/a/b', undefined],
] as const)('%s %s is %s', ([method, path, expected]) => {
  expect(createMatchOperation(operations)(method, path)).toBe(expected)
})
