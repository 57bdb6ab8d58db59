import type { Exchange } from '../../model/exchange.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { Blocked } from '../../model/trial.ts'
import type { Trial } from '../../model/trial.ts'
import { textAt } from '../vocabulary/read.ts'
import { testCards } from './test-cards.ts'
import type { CardName, TestCard } from './test-cards.ts'

/** An expiry that stays in the future for as long as test cards of this list do. */
export const validCard: JsonObject = { number: '4242424242424242', exp_month: 11, exp_year: 2034, cvc: '123' }

/** The id of a new, unused token. */
export async function token(trial: Trial, card: JsonObject = {}): Promise<string> {
  return textAt(await trial.given('createToken', { body: { card: { ...validCard, ...card } } }), '/id')
}

type Form = (trial: Trial, card: TestCard) => Promise<Json>

/** The documented forms of a source: a test token, a token made of the number, and the card itself. */
const forms: readonly [Form, ...Form[]] = [
  async (_trial, card) => card.token,
  (trial, { number }) => token(trial, { number }),
  async (_trial, { number }) => ({ object: 'card', ...validCard, number }),
]

/** A test card in the first documented form that this target charges as documented; which one that is, is found out once a run. */
export async function sourceOf(trial: Trial, name: CardName = 'visa'): Promise<Json> {
  const card = testCards[name]
  return (await formOf(trial, name))(trial, card)
}

async function formOf(trial: Trial, name: CardName): Promise<Form> {
  const known = trial.memory.get(`source ${name}`) as Form | undefined
  const form = known ?? (await formThatWorks(trial, name))
  trial.memory.set(`source ${name}`, form)
  return form
}

/** Where a card is charged otherwise in every form, that is a matter of the card: the form is the one that works for others. */
async function formThatWorks(trial: Trial, name: CardName): Promise<Form> {
  for (const form of forms) {
    const answer = await chargeIn(form, trial.as('probe'), testCards[name])
    if (answer?.response.status === testCards[name].status) return form
  }
  return name === 'visa' ? forms[0] : formOf(trial, 'visa')
}

/** A charge of a card in one form; undefined where that form of it cannot be had. */
async function chargeIn(form: Form, trial: Trial, card: TestCard): Promise<Exchange | undefined> {
  try {
    const source = await form(trial, card)
    return await trial.call('createCharge', { body: { amount: 2000, currency: 'usd', source } })
  } catch (thrown) {
    if (thrown instanceof Blocked) return undefined
    throw thrown
  }
}
