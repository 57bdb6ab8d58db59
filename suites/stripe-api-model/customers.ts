import { each, isKept, reads, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { whatIsMadeCanBeRead } from '../laws/what-is-made-can-be-read.ts'
import { equals, hasStatus, holds } from '../vocabulary/judge.ts'
import { numberAt, read, textAt } from '../vocabulary/read.ts'
import { givenCustomer } from './scenes.ts'

/** The name alone is taken back by the sample, which shows it as null. */
function hasWhatWasSent(created: Exchange, sent: JsonObject): Judgement {
  const shown = ['address', 'email', 'description'].filter((name) => sent[name] !== undefined)
  const mismatches = each(shown, (name) => equals(created, `/${name}`, sent[name] ?? null))
  if (!isKept(mismatches)) return mismatches
  if (read(created, '/name') === null) return reads('name-hidden')
  const name = equals(created, '/name', sent['name'] ?? null)
  return !isKept(name) ? name : reads('name-shown')
}

/** Longer than a column that somebody thought wide enough. */
const longTexts = example<{ sent: JsonObject; created: Exchange }>('stripe-api-model/customers/long-texts', {
  arrange: async (trial) => {
    const sent = {
      name: trial.unique('Ada '),
      address: '12 Long Lane, '.repeat(14).trim(),
      description: 'As she said. '.repeat(15).trim(),
    }
    return { sent, created: await trial.given('createCustomer', { body: sent }) }
  },
  judge: { 'stripe-api-model.customers.create.parameters': ({ sent, created }) => hasWhatWasSent(created, sent) },
})

const cardName = example<{ asInfo: Exchange; asNumber: Exchange }>('stripe-api-model/customers/name-of-the-card', {
  arrange: async (trial) => ({
    asInfo: await chargedWith(trial, 'cardInfo'),
    asNumber: await chargedWith(trial, 'cardNumber'),
  }),
  judge: { 'stripe-api-model.customers.create.card': ({ asInfo, asNumber }) => readingOfCard(asInfo, asNumber) },
})

async function chargedWith(trial: Trial, name: string): Promise<Exchange> {
  const customer = await trial.given('createCustomer', {
    body: { name: trial.unique('Ada '), [name]: 'enc_77d0b1a64c2e9f35' },
  })
  return trial.call('createCharge', {
    body: { amount: 1000, currency: 'USD', customerId: textAt(customer, '/customerId') },
  })
}

/** A card that was taken can be charged; one that was not is answered 402. */
function readingOfCard(asInfo: Exchange, asNumber: Exchange): Judgement {
  const [info, number] = [asInfo, asNumber].map(({ response }) => response.status < 300)
  if (info === true) return reads(number === true ? 'either' : 'card-info')
  if (number === true) return reads('card-number')
  if (asInfo.response.status !== 402) return unobservable('the target makes no charges')
  return hasStatus(asInfo, 200, 201)
}

const fresh = example<readonly [Exchange, Exchange]>('stripe-api-model/customers/fresh', {
  arrange: async (trial) => {
    const same = { name: trial.unique('Ada ') }
    return [await givenCustomer(trial, same), await givenCustomer(trial, same)]
  },
  judge: {
    'stripe-api-model.customers.create.balance': ([first]) => equals(first, '/balance', 0),
    'stripe-api-model.customers.create.distinct': ([first, second]) =>
      holds(
        read(first, '/customerId') !== read(second, '/customerId'),
        '/customerId',
        'an id of its own',
        read(second, '/customerId'),
      ),
    'stripe-api-model.customers.object.created-at': ([first]) => isAbout(first, '/timestamp'),
  },
})

/** Clocks differ by less than five minutes. */
function isAbout(exchange: Exchange, at: string): Judgement {
  const seconds = numberAt(exchange, at)
  const expected = Math.floor(exchange.startedAt / 1000)
  return holds(Math.abs(seconds - expected) <= 300, at, `about ${expected}`, seconds)
}

export function customers(contract: Contract): readonly Check[] {
  return [
    whatIsMadeCanBeRead(contract, 'stripe-api-model/customers/made-and-read', {
      create: 'createCustomer',
      retrieve: 'retrieveCustomer',
      id: '/customerId',
      parameter: 'customerId',
      same: { clause: 'stripe-api-model.customers.retrieve.same', except: ['invoicePrefix'] },
      carries: { 'stripe-api-model.customers.create.parameters': hasWhatWasSent },
    }),
    longTexts,
    cardName,
    fresh,
  ]
}
