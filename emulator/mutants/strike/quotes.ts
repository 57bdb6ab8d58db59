import type { Lie } from '../../module.ts'
import type { Rules } from '../../strike/index.ts'

/** Lies about quotes, rates, profiles and lists. */
export const quoteLies: readonly Lie<Rules>[] = [
  {
    id: 'target-without-cents',
    breaks: 'strike.quotes.create.target',
    text: 'Quotes the amount of an invoice without its cents.',
    rules: () => ({ targetAmount: ({ amount }) => ({ ...amount, amount: amount.amount.replace(/\.\d\d$/, '.00') }) }),
  },
  {
    id: 'target-in-bits',
    breaks: 'strike.quotes.create.target',
    text: 'Quotes an amount in bitcoin in millionths of one.',
    rules: ({ targetAmount }) => ({
      targetAmount: (invoice) =>
        invoice.amount.currency === 'BTC'
          ? { amount: String(Number(invoice.amount.amount) * 1e6), currency: 'BTC' }
          : targetAmount(invoice),
    }),
  },
  {
    id: 'hidden-spread',
    breaks: 'strike.quotes.create.rate',
    text: 'Asks for one per cent more than its rate says.',
    rules: ({ sourceAmount }) => ({
      sourceAmount: (target, rate) => {
        const { amount, currency } = sourceAmount(target, rate)
        return { amount: (Number(amount) * 1.01).toFixed(8), currency }
      },
    }),
  },
  {
    id: 'lightning-rounded',
    breaks: 'strike.quotes.create.lightning-amount',
    text: 'Rounds the Lightning invoice to a hundred satoshis.',
    rules: () => ({ lightningAmount: ({ amount, currency }) => ({ amount: Number(amount).toFixed(6), currency }) }),
  },
  {
    id: 'lightning-nameless',
    breaks: 'strike.quotes.create.description',
    text: 'Puts its own name into the Lightning invoice in place of the description.',
    rules: () => ({ lightningText: () => 'Strike' }),
  },
  {
    id: 'hash-ignored',
    breaks: 'strike.quotes.create.description-hash',
    text: 'Ignores the description hash.',
    rules: () => ({ lightningHash: () => undefined }),
  },
  {
    id: 'lifetime-in-minutes',
    breaks: 'strike.quotes.create.expiration',
    text: 'Says that a quote is good for 60 seconds when it is for 30.',
    rules: () => ({ shownLifetime: () => 60 }),
  },
  {
    id: 'hasty-quote',
    breaks: 'strike.quotes.create.lifetime',
    text: 'Gives quotes that are good for ten seconds.',
    rules: () => ({ quoteLifetime: 10 }),
  },
  {
    id: 'quote-reused',
    breaks: 'strike.quotes.create.anew',
    text: 'Gives the earlier quote of an invoice again.',
    rules: () => ({ reusesQuotes: true }),
  },
  {
    id: 'quotes-without-lightning',
    breaks: 'strike.quotes.create.lightning-down',
    text: 'Quotes while the Lightning network is down.',
    rules: () => ({ isLightningUp: () => true }),
  },
  {
    id: 'quotes-without-rate',
    breaks: 'strike.quotes.create.rate-missing',
    text: 'Quotes at an old rate when there is none.',
    rules: () => ({ hasRate: () => true }),
  },
  {
    id: 'own-profile-only',
    breaks: 'strike.accounts.profile.right-account',
    text: 'Answers every id with the profile of the caller.',
    rules: ({ profileById }) => ({
      profileById: (accounts, id, caller) => (profileById(accounts, id, caller) === undefined ? undefined : caller),
    }),
  },
  {
    id: 'private-shown',
    breaks: 'strike.accounts.profile.private',
    text: 'Shows a private profile.',
    rules: () => ({ isVisible: () => true }),
  },
  {
    id: 'no-invoiceable-flag',
    breaks: 'strike.accounts.currencies.is-invoiceable',
    text: 'Leaves isInvoiceable out of the currencies of a profile.',
    rules: () => ({
      shownCurrency: (currency) => {
        const { isInvoiceable: _, ...shown } = currency
        return shown
      },
    }),
  },
  {
    id: 'all-default',
    breaks: 'strike.accounts.profile.one-default',
    text: 'Calls every available currency the default one.',
    rules: () => ({ shownCurrency: (currency) => ({ ...currency, isDefaultCurrency: currency.isAvailable }) }),
  },
  {
    id: 'one-way-rates',
    breaks: 'strike.rates.list.pairs',
    text: 'Lists the rate of each pair in one direction alone.',
    rules: ({ pairs }) => ({
      pairs: (currencies) =>
        pairs(currencies).filter(([source, target]) => currencies.indexOf(source) < currencies.indexOf(target)),
    }),
  },
  {
    id: 'rate-rounded-away',
    breaks: 'strike.rates.list.positive',
    text: 'Writes rates with two decimals, so that a dollar is no bitcoin.',
    rules: ({ rateOf }) => ({
      rateOf: (source, target) => {
        const rate = rateOf(source, target)
        return { ...rate, amount: Number(rate.amount).toFixed(2) }
      },
    }),
  },
  {
    id: 'page-skips-one',
    breaks: 'strike.lists.skip',
    text: 'Loses a record between two pages.',
    rules: () => ({
      page: (items, skip, top) => items.slice(skip === 0 ? 0 : skip + 1, skip + top + (skip === 0 ? 0 : 1)),
    }),
  },
  {
    id: 'page-repeats-one',
    breaks: 'strike.lists.skip',
    text: 'Begins a page with the last record of the one before.',
    rules: () => ({ page: (items, skip, top) => items.slice(Math.max(0, skip - 1), Math.max(0, skip - 1) + top) }),
  },
  {
    id: 'page-too-long',
    breaks: 'strike.lists.top',
    text: 'Puts one more record on a page than asked for.',
    rules: () => ({ page: (items, skip, top) => items.slice(skip, skip + top + 1) }),
  },
  {
    id: 'no-largest-page',
    breaks: 'strike.lists.top-maximum',
    text: 'Serves pages of any size.',
    rules: () => ({ maxTop: 1_000_000 }),
  },
  {
    id: 'small-default-page',
    breaks: 'strike.lists.top-default',
    text: 'Gives ten records where no number is asked for.',
    rules: () => ({ defaultTop: 10 }),
  },
  {
    id: 'count-of-page',
    breaks: 'strike.lists.count',
    text: 'Counts the records of the page.',
    rules: () => ({ count: (_all, _matching, onPage) => onPage }),
  },
  {
    id: 'count-unfiltered',
    breaks: 'strike.lists.count',
    text: 'Counts all records, whatever the filter.',
    rules: () => ({ count: (all) => all }),
  },
  {
    id: 'order-ignored',
    breaks: 'strike.lists.order',
    text: 'Puts the oldest first also when asked for the newest.',
    rules: ({ ascending }) => ({ descending: ascending }),
  },
  {
    id: 'equal-is-contains',
    breaks: 'strike.lists.filter.equality',
    text: 'Takes eq for contains, so that UNPAID is PAID too.',
    rules: ({ equal }) => ({
      equal: (left, right) => equal(left, right) || (typeof left === 'string' && left.includes(String(right))),
    }),
  },
  {
    id: 'at-least-is-more',
    breaks: 'strike.lists.filter.comparison',
    text: 'Leaves the bound out of ge.',
    rules: ({ greater }) => ({ greaterOrEqual: greater }),
  },
  {
    id: 'or-is-and',
    breaks: 'strike.lists.filter.logic',
    text: 'Takes or for and.',
    rules: ({ and }) => ({ or: and }),
  },
  {
    id: 'any-filter-property',
    breaks: 'strike.lists.filter.unknown-property',
    text: 'Accepts a filter on a property that it does not have, and finds nothing.',
    rules: ({ invoiceFilters }) => ({ invoiceFilters: [...invoiceFilters, 'description', 'shoeSize'] }),
  },
]
