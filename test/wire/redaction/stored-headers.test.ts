import { describe, expect, it } from 'vitest'
import type { Contract, Schema } from '../../../model/contract.ts'
import { createStoreHeaders } from '../../../wire/redaction/stored-headers.ts'
import { createPlaces } from '../../../wire/redaction/place.ts'
import { contract as acme } from '../../engine/acme.ts'

const base = 'https://assay.example/schemas/acme/'
const headers = (described: Schema): Schema => ({ properties: { headers: described } })

/** The names of those fields whose value is stored. */
function stored(names: readonly string[], schemas: Readonly<Record<string, Schema>> = {}): readonly string[] {
  const files = Object.entries(schemas).map(([file, schema]) => [`${base}${file}`, schema] as const)
  const contract: Contract = {
    ...acme,
    provider: {
      ...acme.provider,
      headers: [['Acme-Version', '1']],
      idempotencyHeader: 'Idempotency-Key',
      requestId: { header: 'Acme-Request' },
    },
    schemas: new Map(files),
  }
  return createStoreHeaders(contract)(
    names.map((name) => [name, 'value'] as const),
    { text: (text) => text, leaf: (text) => text.replace('value', 'read') },
    createPlaces(new Map()),
    'theirs',
  )
    .filter(([, value]) => value === 'read')
    .map(([name]) => name)
}

describe('of header fields are stored', () => {
  it.each([
    'accept',
    'accept-encoding',
    'allow',
    'cache-control',
    'content-encoding',
    'content-length',
    'content-type',
    'date',
    'location',
    'origin',
    'request-id',
    'retry-after',
    'transfer-encoding',
    'vary',
    'www-authenticate',
  ])('the usual one of HTTP: %s', (name) => {
    expect(stored([name])).toEqual([name])
  })

  it('those that the provider gives and takes', () => {
    expect(stored(['acme-version', 'idempotency-key', 'acme-request', 'x-debug', 'set-cookie'])).toEqual([
      'acme-version',
      'idempotency-key',
      'acme-request',
    ])
  })

  it('those that its schema of exchanges speaks of, wherever it does', () => {
    const schemas = {
      'exchange.json': {
        anyOf: [
          headers({ properties: { 'X-Limit': {} } }),
          { if: headers({ required: ['x-left', 'x-reset'] }) },
          headers({ minProperties: 1 }),
          { properties: { headers: true, status: { properties: { 'x-status': {} } } } },
        ],
      },
      'thing.json': headers({ properties: { 'x-thing': {} } }),
      'exchange.json/more': headers({ properties: { 'x-more': {} } }),
    }
    const names = ['x-limit', 'x-left', 'x-reset', 'x-status', 'x-thing', 'x-more', 'x-debug']
    expect(stored(names, schemas)).toEqual(['x-limit', 'x-left', 'x-reset'])
  })

  it('but none that carries a secret, although it is documented', () => {
    const secrets = [
      'x-authorization',
      'Cookie',
      'set-cookie',
      'x-signature',
      'client-secret',
      'x-token',
      'x-apikey',
      'X-API-Key',
    ]
    const schemas = { 'exchange.json': headers({ properties: Object.fromEntries(secrets.map((name) => [name, {}])) }) }
    expect(
      stored(
        secrets.map((name) => name.toLowerCase()),
        schemas,
      ),
    ).toEqual([])
  })

  it('no values of others, and names as they are redacted', () => {
    const store = createStoreHeaders({ ...acme, schemas: new Map() })
    const fields = [
      ['x-ada', 'ada'],
      ['date', 'ada'],
      ['authorization', 'Bearer ada'],
      ['proxy-authorization', 'Basic ada'],
    ] as const
    const hide = (text: string): string => text.replaceAll('ada', '…')
    expect(store(fields, { text: hide, leaf: hide }, createPlaces(new Map()), 'theirs')).toEqual([
      ['x-…', '[redacted]'],
      ['date', '…'],
      ['authorization', '[key]'],
      ['proxy-authorization', '[key]'],
    ])
  })

  it('nothing of what a provider has not', () => {
    const { idempotencyHeader: _, requestId: __, ...provider } = acme.provider
    const store = createStoreHeaders({ ...acme, provider, schemas: new Map() })
    const same = (text: string): string => text
    expect(store([['idempotency-key', 'x']], { text: same, leaf: same }, createPlaces(new Map()), 'theirs')).toEqual([
      ['idempotency-key', '[redacted]'],
    ])
  })
})
