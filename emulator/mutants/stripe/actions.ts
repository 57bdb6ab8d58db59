import type { Lie } from '../../module.ts'
import type { Rules } from '../../stripe/index.ts'

type Tamper = Required<Lie<Rules>>['tamper']

/** After an action every answer about its object has this in place of a property. */
const lostBy =
  (action: RegExp, name: string, value: unknown = null): Tamper =>
  () => {
    const ids = new Set<string>()
    return (request, response) => {
      const id = action.exec(request.url)?.[1]
      if (id !== undefined && response.status === 200) ids.add(id)
      if (![...ids].some((one) => response.body.startsWith(`{"id":"${one}"`))) return response
      const body = JSON.parse(response.body) as Readonly<Record<string, unknown>>
      return { ...response, body: JSON.stringify({ ...body, [name]: value }) }
    }
  }

/** A list that is narrowed by a parameter is empty. */
const emptied =
  (list: string, parameter: string): Tamper =>
  () =>
  (request, response) => {
    const [path, query = ''] = decodeURIComponent(request.url).split('?')
    const isNarrowed = path === list && query.split('&').some((pair) => pair.startsWith(parameter))
    const body = JSON.stringify({ object: 'list', data: [], has_more: false, url: list })
    return isNarrowed && response.status === 200 ? { ...response, body } : response
  }

const capture = /^\/v1\/charges\/(\w+)\/capture$/u

/** Lies about what an action leaves of its object, and about how objects are found again. */
export const aboutActions: readonly Lie<Rules>[] = [
  {
    id: 'capture-forgets-the-description',
    breaks: 'stripe.charges.capture.keeps-other-fields',
    text: 'A captured charge has no description any more.',
    tamper: lostBy(capture, 'description'),
  },
  {
    id: 'capture-without-descriptor',
    breaks: 'stripe.charges.capture.sets-fields',
    text: 'The statement descriptor of a capture is dropped.',
    tamper: lostBy(capture, 'statement_descriptor'),
  },
  {
    id: 'cancellation-forgets-metadata',
    breaks: 'stripe.payouts.cancel.keeps-other-fields',
    text: 'A canceled payout has no metadata any more.',
    tamper: lostBy(/^\/v1\/payouts\/(\w+)\/cancel$/u, 'metadata', {}),
  },
  {
    id: 'payment-forgets-the-description',
    breaks: 'stripe.invoices.pay.keeps-other-fields',
    text: 'A paid invoice has no description any more.',
    tamper: lostBy(/^\/v1\/invoices\/(\w+)\/pay$/u, 'description'),
  },
  {
    id: 'no-transfer-groups',
    breaks: 'stripe.charges.list.by-transfer-group',
    text: 'No charge is found by its transfer group.',
    tamper: emptied('/v1/charges', 'transfer_group'),
  },
  {
    id: 'no-arrival-dates',
    breaks: 'stripe.payouts.list.by-arrival-date',
    text: 'No payout is found by its date of arrival.',
    tamper: emptied('/v1/payouts', 'arrival_date'),
  },
  {
    id: 'no-invoice-dates',
    breaks: 'stripe.invoices.list.by-date',
    text: 'No invoice is found by its date.',
    tamper: emptied('/v1/invoices', 'date'),
  },
  {
    id: 'no-ways-of-billing',
    breaks: 'stripe.invoices.list.by-billing',
    text: 'No invoice is found by its way of billing.',
    tamper: emptied('/v1/invoices', 'billing'),
  },
  {
    id: 'no-item-dates',
    breaks: 'stripe.invoice-items.list.by-created',
    text: 'No invoice item is found by its time of creation.',
    tamper: emptied('/v1/invoiceitems', 'created'),
  },
]
