import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { providers } from '../../../contracts/index.ts'
import { curlOf } from '../../../engine/curl.ts'
import { toEntry } from '../../../wire/har/to-entry.ts'
import { createRedactor } from '../../../wire/redaction/create-redactor.ts'
import { contractOf, exchangeOf } from './exchanges.ts'
import { encodings, environmentKey, formed, hits, personal } from './planted.ts'

const encoding = fc.constantFrom(...Object.keys(encodings))
const contracts = providers.map((provider) => [provider.name, contractOf(provider.name)] as const)

/** Every place of an exchange that text can stand in. */
function everywhere(text: string) {
  const deep = JSON.stringify({ data: [{ object: 'thing', more: { note: text, list: ['a', text] } }], [text]: 1 })
  const written = encodeURIComponent(text)
  return [
    exchangeOf({ path: `/v1/things/${written}/more?filter[note]=${written}&page=1` }),
    exchangeOf({
      headers: [
        ['x-note', text],
        ['idempotency-key', text],
        ['content-type', `text/plain; note="${text}"`],
        ['authorization', `Bearer ${text}`],
      ],
    }),
    exchangeOf({ body: deep, answer: deep }),
    exchangeOf({ body: `amount=100&metadata[note]=${written}&more[0][note]=${written}` }),
    exchangeOf({
      status: 400,
      answerHeaders: [
        ['content-type', 'application/json'],
        ['location', `/v1/things?note=${written}`],
        ['set-cookie', text],
        ['x-debug', text],
      ],
      answer: JSON.stringify({ error: { message: `Invalid value "${text}" was sent.` } }),
    }),
    exchangeOf({ status: 500, answer: `<html><body>Cannot use ${text} here</body></html>` }),
    exchangeOf({ answer: deep.slice(0, -12) }),
    exchangeOf({ status: 500, answer: `[ERROR] cannot use ${text} here` }),
    exchangeOf({ status: 500, answer: `{error: ${text}}` }),
    exchangeOf({ answer: `{"error":"\\x ${JSON.stringify(text).slice(1, -1)}"}` }),
    exchangeOf({ path: `/v1/things/%F6${written}?flag&note=${written}%4` }),
    exchangeOf({ direction: 'inbound', body: deep }),
    exchangeOf({ method: 'GET', path: '/v1/things', answer: JSON.stringify(text) }),
  ]
}

/** All that is made of an exchange and of what is said about it. */
function outputs(redactor: ReturnType<typeof createRedactor>, text: string): string {
  const stored = everywhere(text).map((exchange) => [redactor.exchange(exchange), exchange] as const)
  return JSON.stringify([
    stored.map(([kept, exchange]) => [
      kept,
      curlOf(exchange, kept, { schemes: ['bearer'], keyPrefix: '', unknownKey: '' }),
      toEntry(kept, exchange, { provider: 'acme', origin: 'https://api.example' }),
    ]),
    redactor.value({ expected: [text], actual: { [text]: { note: text } } }),
    redactor.text(`a fault of ours: cannot read "${text}" of undefined`),
  ])
}

describe.each(contracts)('nothing of %s that is stored', (_, contract) => {
  it('holds what its form tells, in any place and encoding', () => {
    fc.assert(
      fc.property(formed, encoding, (secret, name) => {
        const text = (encodings[name] as (value: string) => string)(secret.value)
        expect(hits(outputs(createRedactor(contract, []), text), [secret.value])).toEqual([])
      }),
      { seed: 6, numRuns: 60 },
    )
  })

  it('holds a key of the environment, in any place and encoding', () => {
    fc.assert(
      fc.property(environmentKey, encoding, (key, name) => {
        const text = (encodings[name] as (value: string) => string)(key)
        expect(hits(outputs(createRedactor(contract, [key]), text), [key])).toEqual([])
      }),
      { seed: 6, numRuns: 60 },
    )
  })
})

describe('nothing that is stored', () => {
  const contract = contractOf('straddle')

  it('holds personal data, once a schema has told where it stands', () => {
    fc.assert(
      fc.property(fc.record(personal), ({ name, street, city, account, routing, born, ip }) => {
        const redactor = createRedactor(contract, [])
        const customer = {
          name,
          type: 'individual',
          email: 'a.b@acme.com',
          address: { address1: street, city, state: 'IL', zip: '62701' },
          compliance_profile: { ssn: '423-45-6789', dob: born },
          device: { ip_address: ip },
        }
        const bank = { customer_id: '5', routing_number: routing, account_number: account }
        const told = {
          error: {
            detail: `${name} of ${street}, ${city} (born ${born}, at ${ip}) has no account ${account} at ${routing}`,
          },
        }
        const kept = [
          exchangeOf({
            operation: 'createBankAccountPaykey',
            body: JSON.stringify(bank),
            status: 201,
            answer: JSON.stringify({ data: { bank_data: bank } }),
          }),
          exchangeOf({
            operation: 'createCustomer',
            body: JSON.stringify(customer),
            status: 422,
            answer: JSON.stringify(told),
          }),
          exchangeOf({ operation: 'getUnmaskedCustomer', answer: JSON.stringify({ data: customer }) }),
          exchangeOf({
            direction: 'inbound',
            body: JSON.stringify({ event_type: 'customer.created.v1', data: customer }),
          }),
          exchangeOf({ body: JSON.stringify(told), answer: JSON.stringify({ anything: customer }) }),
          exchangeOf({
            path: `/v1/customers?search_text=${encodeURIComponent(name)}&note=${encodeURIComponent(JSON.stringify(told))}`,
          }),
        ].map((exchange) => redactor.exchange(exchange))
        const said = [
          redactor.value({ at: '/data', expected: customer, actual: [name, born, ip, city] }),
          redactor.text(JSON.stringify(told)),
          redactor.text(`no ${name} in ${city}`),
        ]
        expect(hits(JSON.stringify([kept, said]), [name, street, city, account, routing, born, ip])).toEqual([])
      }),
      { seed: 6, numRuns: 50 },
    )
  })
})
