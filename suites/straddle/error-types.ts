import { all, departs, each, nothing, reads } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { read } from '../vocabulary/read.ts'
import { bankAccountBody, customerBody, paymentBody } from './bodies.ts'
import { charges, makePayment, payouts } from './kinds.ts'
import { until } from './lives.ts'
import { idOf, makeCustomer, makePaykey } from './making.ts'
import { refusesField } from './refusal.ts'

const address = { address1: '123 Main St', city: 'Springfield', state: 'IL', zip: '62701' }
const wrongAddresses = [
  { ...address, state: 'Illinois' },
  { ...address, zip: 'none' },
  { ...address, address1: 'a'.repeat(101) },
]
const unknownToken = `00000000.02.${'0'.repeat(64)}`

/** What fails a check of Straddle is called so, in one of the two ways in which the reference writes it. */
function failsACheck(refused: Exchange): Judgement {
  const type = read(refused, '/error/type') ?? 'absent'
  if (type === 'validation_error') return reads('table')
  if (type === '/field_validation') return reads('slash')
  return departs({ at: '/error/type', expected: 'validation_error', actual: type, in: refused })
}

const refusedForItsData = ({ response }: Exchange): boolean => response.status === 400 || response.status === 422

export const errorTypes: readonly Check[] = [
  example('straddle/errors/invalid-addresses', {
    arrange: async (trial) => {
      const refused: Exchange[] = []
      for (const wrong of wrongAddresses)
        refused.push(await trial.call('createCustomer', { body: customerBody(trial, { address: wrong }) }))
      return refused
    },
    judge: {
      'straddle.errors.type.invalid-address': (refused) =>
        each(refused, (answer) => (refusedForItsData(answer) ? failsACheck(answer) : nothing)),
      'straddle.customers.create.formats': ([state, zip]) =>
        all(refusesField(state as Exchange, 'state'), refusesField(zip as Exchange, 'zip')),
    },
  }),
  example('straddle/errors/unsupported-payment-methods', {
    arrange: async (trial) => {
      const answers: Exchange[] = []
      for (const { create, name } of [charges, payouts])
        answers.push(await trial.call(create, { body: paymentBody(trial, name, unknownToken) }))
      return answers
    },
    judge: {
      'straddle.errors.type.unsupported-payment-method': (answers) =>
        each(answers, (answer) => (refusedForItsData(answer) ? failsACheck(answer) : nothing)),
    },
  }),
  example('straddle/errors/barred-bank-account', {
    needs: ['clock'],
    arrange: async (trial) => {
      const paykey = await makePaykey(trial)
      const account_number = String(JSON.parse(paykey.answer.request.body).account_number)
      const charge = await makePayment(trial, charges, { config: { sandbox_outcome: 'failed_not_authorized' } }, paykey)
      await until(trial, charges, idOf(charge), ['failed'])
      await trial.advance(60)
      const other = idOf(await makeCustomer(trial, { config: { sandbox_outcome: 'verified' } }))
      return trial.call('createBankAccountPaykey', { body: bankAccountBody(trial, other, { account_number }) })
    },
    judge: {
      'straddle.errors.type.unsupported-payment-method': (answer) =>
        refusedForItsData(answer) ? failsACheck(answer) : nothing,
    },
  }),
]
