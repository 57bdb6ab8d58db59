import type { Contract } from '../../model/contract.ts'
import type { Trial } from '../../model/trial.ts'
import { textAt } from '../vocabulary/read.ts'
import { charge, chargeCustomer, customerWithCard, fund, invoice } from './scenes.ts'

type Path = Readonly<Record<string, string>>

/** A property that names another object, and a holder in which it does. */
export interface Relation {
  readonly name: string
  readonly at: string
  readonly retrieve: string
  /** Brings about a holder whose property is not empty. */
  readonly holder: (trial: Trial) => Promise<Path>
  /** How the named object is retrieved and updated, and the path parameter that takes its id. */
  readonly target: {
    readonly retrieve: string
    readonly update?: string
    readonly parameter: string
    /** Places of its own relations. */
    readonly relations: readonly string[]
  }
}

async function paidInvoice(
  trial: Trial,
): Promise<{ readonly item: string; readonly invoice: string; readonly charge: string }> {
  const { item, made } = await invoice(trial)
  const paid = await trial.given('payInvoice', { path: { invoice: textAt(made, '/id') } })
  return { item, invoice: textAt(paid, '/id'), charge: textAt(paid, '/charge') }
}

async function refund(trial: Trial): Promise<Path> {
  const made = await trial.given('createRefund', { body: { charge: textAt(await charge(trial), '/id'), amount: 700 } })
  return { refund: textAt(made, '/id'), transaction: textAt(made, '/balance_transaction') }
}

async function payout(trial: Trial): Promise<Path> {
  await fund(trial)
  const made = await trial.given('createPayout', { body: { amount: 1000, currency: 'usd' } })
  return { payout: textAt(made, '/id'), transaction: textAt(made, '/balance_transaction') }
}

const holder = async (trial: Trial): Promise<Path> => {
  const { customer, card } = await customerWithCard(trial)
  return { customer, source: card }
}

/** A holder of each declared relation. */
const holders: Readonly<Record<string, Relation['holder']>> = {
  'charge/customer': async (trial) => {
    const { customer } = await customerWithCard(trial)
    return { charge: textAt(await chargeCustomer(trial, customer), '/id') }
  },
  'charge/balance_transaction': async (trial) => ({ charge: textAt(await charge(trial), '/id') }),
  'charge/invoice': async (trial) => ({ charge: (await paidInvoice(trial)).charge }),
  'refund/charge': refund,
  'refund/balance_transaction': refund,
  'customer/default_source': holder,
  'card/customer': holder,
  'balance-transaction/source': async (trial) => ({
    transaction: textAt(await charge(trial), '/balance_transaction'),
  }),
  'payout/balance_transaction': payout,
  'invoice/customer': async (trial) => ({ invoice: (await paidInvoice(trial)).invoice }),
  'invoice/charge': async (trial) => ({ invoice: (await paidInvoice(trial)).invoice }),
  'invoice-item/customer': async (trial) => ({ invoiceitem: (await paidInvoice(trial)).item }),
  'invoice-item/invoice': async (trial) => ({ invoiceitem: (await paidInvoice(trial)).item }),
}

const transactionOf = (name: string, make: Relation['holder'], target: Relation['target']): Relation => ({
  name: `balance-transaction/source-${name}`,
  at: '/source',
  retrieve: 'retrieveBalanceTransaction',
  holder: make,
  target,
})

/** Every declared relation, and those that a transaction has to other objects than charges. */
export function relationsOf({ declaration: { resources } }: Contract): readonly Relation[] {
  const declared = Object.entries(resources).flatMap(([name, { relations, retrieve }]) =>
    relations.flatMap(({ at, resource }): readonly Relation[] => {
      const target = resources[resource]
      const make = holders[`${name}${at}`]
      if (retrieve === undefined || target?.retrieve === undefined || target.parameter === undefined) return []
      if (make === undefined) throw new Error(`no scene has a ${name} whose ${at} is not empty`)
      const { retrieve: found, update, parameter } = target
      const within = target.relations.map((relation) => relation.at)
      const named = { retrieve: found, parameter, relations: within, ...(update === undefined ? {} : { update }) }
      return [{ name: `${name}${at}`, at, retrieve, holder: make, target: named }]
    }),
  )
  return [
    ...declared,
    transactionOf('refund', refund, {
      retrieve: 'retrieveRefund',
      update: 'updateRefund',
      parameter: 'refund',
      relations: ['/charge'],
    }),
    transactionOf('payout', payout, {
      retrieve: 'retrievePayout',
      update: 'updatePayout',
      parameter: 'payout',
      relations: ['/balance_transaction'],
    }),
  ]
}
