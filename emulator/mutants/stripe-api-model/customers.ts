import type { Lie } from '../../module.ts'
import type { Rules } from '../../stripe-api-model/index.ts'

const clause = (id: string): string => `stripe-api-model.customers.${id}`

/** Lies about customers. */
export const aboutCustomers: readonly Lie<Rules>[] = [
  {
    id: 'card-is-dropped',
    breaks: clause('create.card'),
    text: 'The card is taken under neither of its names.',
    rules: () => ({ cardNames: ['card'] }),
  },
  {
    id: 'address-is-dropped',
    breaks: clause('create.parameters'),
    text: 'The address of a new customer is not kept.',
    rules: () => ({ customerKept: (fields) => ({ ...fields, address: null }) }),
  },
  {
    id: 'description-is-cut',
    breaks: clause('create.parameters'),
    text: 'A description is cut at 100 characters.',
    rules: () => ({
      customerKept: ({ description, ...fields }) => ({
        ...fields,
        ...(description === undefined ? {} : { description: description?.slice(0, 100) ?? null }),
      }),
    }),
  },
  {
    id: 'empty-customers',
    breaks: clause('create.something'),
    text: 'A customer is made of nothing.',
    rules: () => ({ customerNeedsField: false }),
  },
  {
    id: 'balance-to-begin-with',
    breaks: clause('create.balance'),
    text: 'A new customer has a balance of 4000.',
    rules: ({ showCustomer }) => ({ showCustomer: (customer) => ({ ...showCustomer(customer), balance: 4000 }) }),
  },
  {
    id: 'customers-by-name',
    breaks: clause('create.distinct'),
    text: 'A create with the name of a customer answers that customer.',
    rules: () => ({
      customerFor: (fresh, { customers }) => customers.oldestFirst().find(({ name }) => name === fresh.name) ?? fresh,
    }),
  },
  {
    id: 'created-in-milliseconds',
    breaks: clause('object.created-at'),
    text: 'The timestamp of a customer counts milliseconds.',
    rules: ({ showCustomer }) => ({
      showCustomer: (customer) => ({ ...showCustomer(customer), timestamp: customer.createdAt * 1000 }),
    }),
  },
  {
    id: 'card-is-confirmed',
    breaks: clause('object.card-hidden'),
    text: 'The answer to a create repeats the card that was sent.',
    rules: () => ({ showCreatedCustomer: (view, { card = null }) => ({ ...view, paymentSource: card }) }),
  },
  {
    id: 'card-field-in-lists',
    breaks: clause('object.card-hidden'),
    text: 'A list shows cardInfo, if masked.',
    rules: () => ({ showListedCustomer: (view) => ({ ...view, cardInfo: '****' }) }),
  },
  {
    id: 'currency-in-small-letters',
    breaks: clause('object.currency-form'),
    text: 'The currency of a customer is usd.',
    rules: ({ showCustomer }) => ({ showCustomer: (customer) => ({ ...showCustomer(customer), currency: 'usd' }) }),
  },
  {
    id: 'prefix-is-forgotten',
    breaks: clause('object.invoice-prefix'),
    text: 'The answer to an update has no invoicePrefix.',
    rules: () => ({ showUpdatedCustomer: (view) => view }),
  },
  {
    id: 'created-customer-is-201',
    breaks: clause('create.answers'),
    text: 'A new customer is answered 201.',
    rules: () => ({ customerCreatedStatus: 201 }),
  },
  {
    id: 'retrieved-without-description',
    breaks: clause('retrieve.same'),
    text: 'A retrieved customer has no description.',
    rules: () => ({ showRetrievedCustomer: (view) => ({ ...view, description: null }) }),
  },
  {
    id: 'update-replaces',
    breaks: clause('update.keeps'),
    text: 'An update clears what it does not send.',
    rules: () => ({
      customerMerged: (customer, fields) => ({
        ...customer,
        name: null,
        address: null,
        email: null,
        description: null,
        ...fields,
      }),
    }),
  },
  {
    id: 'email-stays',
    breaks: clause('update.sets'),
    text: 'An update does not change the email.',
    rules: () => ({ customerMerged: (customer, fields) => ({ ...customer, ...fields, email: customer.email }) }),
  },
  {
    id: 'update-is-forgotten',
    breaks: clause('update.lasts'),
    text: 'An update is answered and not kept.',
    rules: () => ({ customerStored: (before) => before }),
  },
  {
    id: 'update-renews-the-prefix',
    breaks: clause('update.idempotent'),
    text: 'Every update changes invoicePrefix.',
    rules: () => ({
      customerMerged: (customer, fields) => ({ ...customer, ...fields, invoicePrefix: `${customer.invoicePrefix}X` }),
    }),
  },
  {
    id: 'empty-stays-empty',
    breaks: clause('update.clears'),
    text: 'An empty value is kept as an empty text.',
    rules: () => ({ customerValue: (given) => given }),
  },
  {
    id: 'deleted-customer-is-200',
    breaks: clause('delete.answers'),
    text: 'The deletion of a customer is answered 200 with a note.',
    rules: () => ({ customerDeleted: (id) => ({ status: 200, body: { id, deleted: true } }) }),
  },
  {
    id: 'deleted-customers-stay',
    breaks: clause('delete.gone'),
    text: 'A deleted customer can still be retrieved.',
    rules: () => ({ removeCustomer: () => undefined }),
  },
  {
    id: 'second-deletion-succeeds',
    breaks: clause('delete.again'),
    text: 'A second deletion is answered 204.',
    rules: ({ removeCustomer, deletedAgain }) => {
      const removed = new Set<string>()
      return {
        removeCustomer: (customers, id) => {
          removed.add(id)
          removeCustomer(customers, id)
        },
        deletedAgain: (id) => (removed.has(id) ? { status: 204 } : deletedAgain(id)),
      }
    },
  },
]
