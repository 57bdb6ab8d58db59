import { all, each, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { example } from '../../model/check.ts'
import type { Check } from '../../model/check.ts'
import type { Trial } from '../../model/trial.ts'
import { isObject } from '../../model/json.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Exchange } from '../../model/exchange.ts'
import { equals, hasForm, hasStatus, isPresent, sameBody } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { decliningCards } from './test-cards.ts'
import { token } from './sources.ts'
import { chargeOf, customer, customerWithCard, declinedCharge, fund } from './scenes.ts'
import { refusedAsCard } from './refusal.ts'

const metadata = { order: '6735' }
const rest: JsonObject = {
  description: 'Two tickets',
  receipt_email: 'first@example.com',
  shipping: { name: 'A. Example', address: { line1: '1 Example Street', city: 'Springfield' } },
  statement_descriptor: 'First',
  transfer_group: 'June',
}
const described: JsonObject = { ...rest, metadata }

/** What was sent is shown, whatever else is shown with it. */
function isShown(shown: Exchange, at: string, value: Json | undefined): Judgement {
  return isObject(value)
    ? each(Object.entries(value), ([name, inner]) => isShown(shown, `${at}/${name}`, inner))
    : equals(shown, at, value ?? null)
}

/** An attempt that was declined left a charge, and the error says which. */
const namesTheCharge = (answers: readonly Exchange[]): Judgement =>
  each(answers, (one) => (one.response.status === 402 ? hasForm(one, '/error/charge', /./) : nothing))

/** Each card under its token, where it has one, and by its number; charged, and attached to a customer. */
const declined: readonly Check[] = decliningCards.flatMap(({ token: name, number, code, declineCode }) => {
  const byNumber = (trial: Trial) => token(trial, { number })
  const sources = name === undefined ? [byNumber] : [async () => name, byNumber]
  const refused = (answers: readonly Exchange[]) =>
    each(reached(answers), (one) => refusedAsCard(one, code, declineCode))
  return [
    example<readonly Exchange[]>(`stripe/charges/declined-${number}`, {
      arrange: async (trial) => {
        const answers: Exchange[] = []
        for (const source of sources)
          answers.push(
            await trial.call('createCharge', { body: { amount: 2000, currency: 'usd', source: await source(trial) } }),
          )
        return answers
      },
      judge: {
        'stripe.charges.create.decline-codes': refused,
        'stripe.errors.object.charge-after-decline': namesTheCharge,
      },
    }),
    example<readonly Exchange[]>(`stripe/cards/declined-${number}`, {
      arrange: async (trial) => {
        const path = { customer: await customer(trial) }
        const answers: Exchange[] = []
        for (const source of sources)
          answers.push(await trial.call('createCard', { path, body: { source: await source(trial) } }))
        return answers
      },
      judge: {
        'stripe.cards.create.declined': (answers) => each(reached(answers), (one) => refusedAsCard(one, code)),
        'stripe.errors.object.decline-code-given': (answers) =>
          declineCode === undefined
            ? nothing
            : each(
                answers.filter(({ response }) => response.status === 402),
                (one) => equals(one, '/error/decline_code', declineCode),
              ),
      },
    }),
  ]
})

/** Of several ways to name a card, those that the target knows: that it knows a test token is a clause of its own. */
function reached(answers: readonly Exchange[]): readonly Exchange[] {
  const known = answers.filter(({ response }) => response.status !== 400 && response.status !== 404)
  return known.length === 0 ? answers : known
}

/** Charges that the issuer declines. */
export const declines: readonly Check[] = [
  ...declined.map((check) => ({ ...check, cell: { law: 'test-cards', resource: check.id.split('-').at(-1) ?? '' } })),
  example<readonly Exchange[]>('stripe/charges/declined-in-other-ways', {
    arrange: async (trial) => {
      const { customer: owner } = await customerWithCard(trial, 'declined-later')
      const held = await chargeOf(trial, 'declined', { capture: false })
      return [
        await trial.call('createCharge', { body: { amount: 2000, currency: 'usd', customer: owner } }),
        await trial.call('createCharge', { body: held }),
      ]
    },
    judge: { 'stripe.errors.object.charge-after-decline': namesTheCharge },
  }),
  example<Exchange>('stripe/charges/declined-is-kept', {
    arrange: async (trial) => {
      const refused = await declinedCharge(trial, described)
      return trial.call('retrieveCharge', { path: { charge: textAt(refused, '/error/charge') } })
    },
    judge: {
      'stripe.charges.create.decline-keeps-failed-charge': (failed) =>
        all(
          hasStatus(failed, 200),
          equals(failed, '/status', 'failed'),
          equals(failed, '/paid', false),
          equals(failed, '/captured', false),
          // an outcome is optional, but tells of the decline where there is one
          isObject(read(failed, '/outcome')) ? equals(failed, '/outcome/type', 'issuer_declined') : nothing,
          equals(failed, '/balance_transaction', null),
          equals(failed, '/failure_code', 'card_declined'),
          isPresent(failed, '/failure_message'),
        ),
      // what was asked for is shown of a charge that failed as well
      'stripe.charges.create.echoes-amount': (failed) => equals(failed, '/amount', 2000),
      'stripe.charges.create.echoes-optional-fields': (failed) =>
        each(Object.entries(rest), ([name, value]) => isShown(failed, `/${name}`, value)),
      'stripe.metadata.objects.charge': (failed) => equals(failed, '/metadata', metadata),
    },
  }),
  example<{ before: Exchange; after: Exchange }>('stripe/charges/declined-moves-nothing', {
    needs: ['fresh-account'],
    arrange: async (trial) => {
      await fund(trial)
      const before = await trial.given('retrieveBalance')
      await declinedCharge(trial)
      return { before, after: await trial.given('retrieveBalance') }
    },
    judge: { 'stripe.charges.create.decline-moves-no-money': ({ before, after }) => sameBody(before, after) },
  }),
]
