/** A property through which an expansion can pass: an id of another object, or an object or list that is shown anyway. */
export interface Step {
  readonly kind: 'id' | 'inline' | 'list'
  readonly to: readonly string[]
}

const id = (...to: readonly string[]): Step => ({ kind: 'id', to })
const inline = (...to: readonly string[]): Step => ({ kind: 'inline', to })
const list = (...to: readonly string[]): Step => ({ kind: 'list', to })

const movers = ['charge', 'refund', 'payout', 'application_fee', 'dispute', 'transfer'] as const

/** What can be expanded, by kind of object; kinds that the emulator never makes have nothing inside. */
const expandable: Readonly<Record<string, Readonly<Record<string, Step>>>> = {
  charge: {
    application: id('application'),
    application_fee: id('application_fee'),
    balance_transaction: id('balance_transaction'),
    customer: id('customer'),
    destination: id('account'),
    dispute: id('dispute'),
    invoice: id('invoice'),
    on_behalf_of: id('account'),
    order: id('order'),
    outcome: inline('outcome'),
    refunds: list('refund'),
    review: id('review'),
    source: inline('card'),
    source_transfer: id('transfer'),
    transfer: id('transfer'),
  },
  outcome: { rule: id('rule') },
  refund: {
    balance_transaction: id('balance_transaction'),
    charge: id('charge'),
    failure_balance_transaction: id('balance_transaction'),
  },
  customer: {
    default_source: id('card', 'bank_account'),
    discount: inline('discount'),
    sources: list('card', 'bank_account'),
    subscriptions: list('subscription'),
  },
  card: { account: id('account'), customer: id('customer'), recipient: id('recipient') },
  bank_account: { account: id('account'), customer: id('customer') },
  token: { card: inline('card'), bank_account: inline('bank_account') },
  balance_transaction: { source: id(...movers) },
  payout: {
    balance_transaction: id('balance_transaction'),
    destination: id('bank_account', 'card'),
    failure_balance_transaction: id('balance_transaction'),
  },
  invoice: {
    charge: id('charge'),
    customer: id('customer'),
    discount: inline('discount'),
    lines: list('line_item'),
    subscription: id('subscription'),
  },
  invoiceitem: { customer: id('customer'), invoice: id('invoice'), subscription: id('subscription') },
  subscription: { customer: id('customer'), discount: inline('discount') },
  discount: { customer: id('customer') },
  dispute: { charge: id('charge') },
}

/** The kinds of the properties that a path leads through, in order; undefined where it leads nowhere that can be expanded. */
export function leadsTo(returned: string, names: readonly string[]): readonly Step[] | undefined {
  let at: readonly string[] = [returned]
  const steps: Step[] = []
  for (const name of names) {
    const found = at.flatMap((kind) => stepsFrom(kind, name))
    const first = found[0]
    if (first === undefined) return undefined
    const step: Step = {
      kind: first.kind,
      to: found.flatMap(({ kind, to }) => (kind === 'list' ? to.map((each) => `list:${each}`) : to)),
    }
    steps.push(step)
    at = step.to
  }
  return steps.at(-1)?.kind === 'id' ? steps : undefined
}

function stepsFrom(kind: string, name: string): readonly Step[] {
  if (kind.startsWith('list:')) return name === 'data' ? [inline(kind.slice('list:'.length))] : []
  const step = Object.hasOwn(expandable, kind) ? expandable[kind] : undefined
  const found = step !== undefined && Object.hasOwn(step, name) ? step[name] : undefined
  return found === undefined ? [] : [found]
}
