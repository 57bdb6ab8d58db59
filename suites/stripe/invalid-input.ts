import type { Fault } from '../arbitraries/faults.ts'
import { refusesInvalidInput } from '../laws/refuses-invalid-input.ts'
import type { RefusesInvalidInput } from '../laws/refuses-invalid-input.ts'
import type { Check } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isKept, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { equals } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { charge, customer, customerWithCard, fund, invoice, pendingItem } from './scenes.ts'
import { refusedAsCard, refusedAsInvalid } from './refusal.ts'
import { sourceOf } from './sources.ts'

/** Faults that concern no single parameter, or whose parameter was never pinned down. */
const withoutParam: ReadonlySet<string> = new Set(['/source required'])

/** Faults of a card, which are card errors with a code of their own. */
const cardCodes: Readonly<Record<string, string>> = {
  '/card/exp_month minimum': 'invalid_expiry_month',
  '/card/exp_month maximum': 'invalid_expiry_month',
  '/exp_month minimum': 'invalid_expiry_month',
  '/exp_month maximum': 'invalid_expiry_month',
}

function refusal(refused: Exchange, { at, keyword }: Fault): Judgement {
  const code = cardCodes[`${at} ${keyword}`]
  if (code !== undefined) return refusedAsCard(refused, code)
  // a card without its number or expiry is a bad request to some and a bad card to others
  if (at.startsWith('/card/'))
    return read(refused, '/error/type') === 'card_error' ? refusedAsCard(refused) : refusedAsInvalid(refused)
  return refusedAsInvalid(refused, paramOf({ at, keyword }))
}

/** The parameter that the error about a fault has to name, if there is one. */
function paramOf({ at, keyword }: Pick<Fault, 'at' | 'keyword'>): string | undefined {
  return at.startsWith('/card/') || withoutParam.has(`${at} ${keyword}`) ? undefined : at.split('/')[1]
}

/** A refused parameter is named. */
function namesParam(refused: Exchange, fault: Fault): Judgement {
  const param = paramOf(fault)
  const isAboutIt = isKept(refusedAsInvalid(refused)) && cardCodes[`${fault.at} ${fault.keyword}`] === undefined
  return param === undefined || !isAboutIt ? nothing : equals(refused, '/error/param', param)
}

type Instance = Omit<RefusesInvalidInput, 'refusal' | 'operation'>

/** What each operation's request refers to. */
const instances: Readonly<Record<string, Instance>> = {
  createCharge: { prepare: async (trial) => ({ ids: { token: await sourceOf(trial) } }) },
  updateCharge: { prepare: async (trial) => ({ call: { path: { charge: textAt(await charge(trial), '/id') } } }) },
  createRefund: {
    prepare: async (trial) => ({ ids: { charge: textAt(await charge(trial, { amount: 999_999 }), '/id') } }),
    afterwards: async (trial, { charge: refunded }) =>
      typeof refunded === 'string' && /^\w+$/.test(refunded)
        ? trial.call('retrieveCharge', { path: { charge: refunded } })
        : undefined,
  },
  createCustomer: { prepare: async (trial) => ({ ids: { token: await sourceOf(trial) } }) },
  updateCustomer: {
    prepare: async (trial) => {
      const { customer: owner, card } = await customerWithCard(trial)
      return { ids: { card, token: await sourceOf(trial) }, call: { path: { customer: owner } } }
    },
  },
  createCard: {
    prepare: async (trial) => ({
      ids: { token: await sourceOf(trial) },
      call: { path: { customer: await customer(trial) } },
    }),
  },
  updateCard: {
    prepare: async (trial) => {
      const { customer: owner, card } = await customerWithCard(trial)
      return { call: { path: { customer: owner, source: card } } }
    },
  },
  createToken: {},
  createPayout: {
    prepare: async (trial) => {
      await fund(trial)
      return {}
    },
  },
  createInvoice: {
    prepare: async (trial) => {
      const owner = await customer(trial)
      await pendingItem(trial, owner)
      return { ids: { 'customer-with-items': owner } }
    },
  },
  updateInvoice: {
    prepare: async (trial) => ({ call: { path: { invoice: textAt((await invoice(trial)).made, '/id') } } }),
  },
  createInvoiceItem: { prepare: async (trial) => ({ ids: { customer: await customer(trial) } }) },
}

/** Every single fault that a request schema names is refused for its own reason. */
export function invalidInput(contract: Contract): readonly Check[] {
  return Object.entries(instances).flatMap(([operation, instance]) =>
    refusesInvalidInput(contract, 'stripe/invalid-input', {
      ...instance,
      operation,
      refusal,
      also: { 'stripe.errors.object.param-names-parameter': namesParam },
    }),
  )
}
