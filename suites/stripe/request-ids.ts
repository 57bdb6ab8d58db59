import { unobservable } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { headerOf } from '../../model/exchange.ts'
import { sameJson } from '../../model/json.ts'
import { holds, inExchange } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'

export const requestIds: readonly Check[] = [
  example<{ first: Exchange; repeat: Exchange }>('stripe/request-ids/replay', {
    arrange: async (trial) => {
      const call = { body: { description: 'Made twice' }, idempotencyKey: trial.unique('key') }
      return { first: await trial.given('createCustomer', call), repeat: await trial.given('createCustomer', call) }
    },
    judge: {
      'stripe.request-ids.replay.own': ({ first, repeat }) => {
        const [one, two] = [first, repeat].map(({ response }) => headerOf(response, 'request-id'))
        if (!sameJson(read(first, '/id') ?? null, read(repeat, '/id') ?? null))
          return unobservable('the second answer is not that of the first request')
        if (one === undefined || two === undefined)
          return unobservable('the two answers do not both carry a Request-Id')
        return inExchange(repeat, holds(one !== two, 'request-id', { 'other than': one }, two))
      },
    },
  }),
]
