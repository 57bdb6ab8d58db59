import { all, each } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject } from '../../model/json.ts'
import { equals, holds, inExchange } from '../vocabulary/judge.ts'
import { listAt, numberAt, textAt } from '../vocabulary/read.ts'
import { refusedAsInvalid } from './refusal.ts'
import { amount, currencies, ofResource, transactionOf, unlessConverted } from './currencies.ts'
import { charge, customerWithCard, pendingItem } from './scenes.ts'

/** Two charges of an odd amount, one of which is given back unit by unit at both ends. */
interface GivenBack {
  readonly charged: Exchange
  readonly refunds: readonly Exchange[]
  readonly transactions: readonly Exchange[]
  /** The charge after each refund. */
  readonly after: readonly Exchange[]
  readonly beyond: Exchange
}

const parts = [1, 500, 1, 500] as const

function refunded(currency: string): Check {
  return example<GivenBack>(`stripe/money/refunds-to-the-last-unit-in-${currency}`, {
    arrange: async (trial) => {
      const charged = await charge(trial, { amount, currency })
      const path = { charge: textAt(charged, '/id') }
      const refunds: Exchange[] = []
      const after: Exchange[] = []
      const refund = async (part: number | undefined) => {
        const body = { charge: path.charge, ...(part === undefined ? {} : { amount: part }) }
        refunds.push(await trial.given('createRefund', { body }))
        after.push(await trial.given('retrieveCharge', { path }))
      }
      for (const part of parts) await refund(part)
      // what is left is a single unit
      await refund(undefined)
      const transactions: Exchange[] = []
      for (const one of refunds) transactions.push(await transactionOf(trial, one))
      const beyond = await trial.call('createRefund', { body: { charge: path.charge, amount: 1 } })
      return { charged, refunds, transactions, after, beyond }
    },
    judge: {
      'stripe.refunds.create.names-charge': ({ charged, refunds }) =>
        each(refunds, (refund) =>
          all(equals(refund, '/charge', textAt(charged, '/id')), equals(refund, '/currency', currency)),
        ),
      'stripe.refunds.create.whole-by-default': ({ refunds }) =>
        each(refunds.slice(-1), (rest) => equals(rest, '/amount', 1)),
      'stripe.refunds.create.raises-amount-refunded': ({ after }) =>
        each(after, (shown, index) => equals(shown, '/amount_refunded', sumOf(index))),
      'stripe.refunds.create.refunded-when-whole': ({ after }) =>
        each(after, (shown, index) => equals(shown, '/refunded', sumOf(index) === amount)),
      'stripe.refunds.create.transaction': ({ refunds, transactions }) =>
        each(transactions, (transaction, index) =>
          all(
            equals(transaction, '/type', 'refund'),
            equals(transaction, '/source', textAt(refunds[index] as Exchange, '/id')),
            unlessConverted(
              transaction,
              all(equals(transaction, '/amount', -(parts[index] ?? 1)), equals(transaction, '/currency', currency)),
            ),
          ),
        ),
      'stripe.refunds.create.of-refunded': ({ beyond }) => refusedAsInvalid(beyond),
    },
  })
}

/** What the first refunds come to, so many after the one of this index. */
const sumOf = (index: number): number => [...parts, 1].slice(0, index + 1).reduce((sum, part) => sum + part, 0)

interface Captured {
  readonly captured: Exchange
  readonly transaction: Exchange
}

/** All of it, all but one unit, and one unit of what was authorized. */
function capturing(part: number): Check {
  return example<Captured>(`stripe/money/capture-of-${part}`, {
    arrange: async (trial) => {
      const path = { charge: textAt(await charge(trial, { amount, currency: 'eur', capture: false }), '/id') }
      const captured = await trial.given('captureCharge', { path, body: { amount: part } })
      return { captured, transaction: await transactionOf(trial, captured) }
    },
    judge: {
      [part === amount ? 'stripe.charges.capture.captures' : 'stripe.charges.capture.partial-refunds-rest']: ({
        captured,
        transaction,
      }) =>
        all(
          equals(captured, '/captured', true),
          equals(captured, '/amount', amount),
          equals(captured, '/amount_refunded', amount - part),
          equals(captured, '/refunded', false),
          unlessConverted(
            transaction,
            all(
              equals(transaction, '/currency', 'eur'),
              inExchange(
                transaction,
                holds(
                  numberAt(transaction, '/net') <= part,
                  '/net',
                  { 'at most': part },
                  numberAt(transaction, '/net'),
                ),
              ),
            ),
          ),
        ),
    },
  })
}

/** Items of both signs. */
function invoiced(currency: string): Check {
  return example<{ made: Exchange; paid: Exchange; charged: Exchange; transaction: Exchange }>(
    `stripe/money/invoice-in-${currency}`,
    {
      arrange: async (trial) => {
        const { customer: owner } = await customerWithCard(trial)
        for (const part of [1201, 999, -100]) await pendingItem(trial, owner, { amount: part, currency })
        const made = await trial.given('createInvoice', { body: { customer: owner } })
        const paid = await trial.given('payInvoice', { path: { invoice: textAt(made, '/id') } })
        const collected = await trial.given('retrieveCharge', { path: { charge: textAt(paid, '/charge') } })
        return { made, paid, charged: collected, transaction: await transactionOf(trial, collected) }
      },
      judge: {
        'stripe.invoices.create.adds-up': ({ made, paid }) =>
          each([made, paid], (shown) =>
            all(
              holds(linesOf(shown) === 2100, '/lines', 2100, linesOf(shown)),
              equals(shown, '/subtotal', 2100),
              equals(shown, '/total', 2100),
              equals(shown, '/currency', currency),
            ),
          ),
        'stripe.invoices.pay.charges-customer': ({ charged: collected }) =>
          all(equals(collected, '/amount', 2100), equals(collected, '/currency', currency)),
        'stripe.charges.create.transaction': ({ transaction }) =>
          unlessConverted(
            transaction,
            all(equals(transaction, '/amount', 2100), equals(transaction, '/currency', currency)),
          ),
      },
    },
  )
}

const linesOf = (shown: Exchange): number =>
  listAt(shown, '/lines/data').reduce<number>((sum, line) => sum + (isObject(line) ? Number(line['amount']) : 0), 0)

/** Money to the last unit, in each of several currencies. */
export const money: readonly Check[] = [
  ...ofResource('charge', [amount, amount - 1, 50].map(capturing)),
  ...ofResource('refund', currencies.map(refunded)),
  ...ofResource('invoice', currencies.map(invoiced)),
]
