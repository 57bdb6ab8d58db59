import type { Exchange } from '../../model/exchange.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { Blocked, isServerError } from '../../model/trial.ts'
import type { Trial } from '../../model/trial.ts'
import { read, textAt } from '../vocabulary/read.ts'
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

/** How a card is given on this target: its form, and whether a charge takes it itself or only as the card of a customer. */
interface Way {
  readonly form: Form
  readonly byCustomer: boolean
  /** Another card that is charged in its place, where it succeeds in no documented way. */
  readonly instead?: CardName
  /** Where a charge succeeds in no documented way: the answer to the first. */
  readonly refused?: Exchange
}

/** A test card in the first documented form that this target charges as documented; which one that is, is found out once a run. */
export async function sourceOf(trial: Trial, name: CardName = 'visa'): Promise<Json> {
  const { form, instead = name } = await wayOf(trial, name)
  return form(trial, testCards[instead])
}

/** What the body of a charge of a test card has for it: the card itself, or a customer who has it. */
export async function paymentOf(trial: Trial, name: CardName = 'visa'): Promise<JsonObject> {
  const { form, byCustomer, instead = name, refused } = await wayOf(trial, name)
  // a refusal says nothing of what a request lacks where no charge at all succeeds
  if (refused !== undefined) throw new Blocked(refused, `createCharge answered ${refused.response.status}`)
  return payment(trial, form, byCustomer, testCards[instead])
}

/** Whether another card is charged in the place of this one. */
export async function isReplaced(trial: Trial, name: CardName): Promise<boolean> {
  return (await wayOf(trial, name)).instead !== undefined
}

async function payment(trial: Trial, form: Form, byCustomer: boolean, card: TestCard): Promise<JsonObject> {
  const source = await form(trial, card)
  return byCustomer
    ? { customer: textAt(await trial.given('createCustomer', { body: { source } }), '/id') }
    : { source }
}

async function wayOf(trial: Trial, name: CardName): Promise<Way> {
  const known = trial.memory.get(`source ${name}`) as Way | undefined
  const way = known ?? (await wayThatWorks(trial, name))
  trial.memory.set(`source ${name}`, way)
  return way
}

/** Where a card is charged otherwise in every way, that is a matter of the card: the way is the one that works for others. */
async function wayThatWorks(trial: Trial, name: CardName): Promise<Way> {
  let refused: Exchange | undefined
  for (const byCustomer of [false, true]) {
    for (const form of forms) {
      const answer = await chargeIn(trial.as('probe'), form, byCustomer, testCards[name])
      if (answer !== undefined && isAsDocumented(answer, testCards[name])) return { form, byCustomer }
      refused ??= answer
    }
  }
  if (name === 'available') return { ...(await wayOf(trial, 'visa')), instead: 'visa' }
  if (name !== 'visa') return wayOf(trial, 'visa')
  return { form: forms[0], byCustomer: false, ...(refused === undefined ? {} : { refused }) }
}

/** The charge was declined; with which status is a clause of its own. */
export function isDecline(answer: Exchange): boolean {
  const { status } = answer.response
  return status === 402 || (status >= 400 && read(answer, '/error/type') === 'card_error')
}

function isAsDocumented(answer: Exchange, { status }: TestCard): boolean {
  return status === 402 ? isDecline(answer) : answer.response.status === status
}

/** A charge of a card in one way; undefined where it cannot be had that way. */
async function chargeIn(trial: Trial, form: Form, byCustomer: boolean, card: TestCard): Promise<Exchange | undefined> {
  try {
    const paid = await payment(trial, form, byCustomer, card)
    return await trial.call('createCharge', { body: { amount: 2000, currency: 'usd', ...paid } })
  } catch (thrown) {
    // a server that fails on a test token that it does not know may know the card in another form
    if (thrown instanceof Blocked || isServerError(thrown)) return undefined
    throw thrown
  }
}
