import type { Lie } from '../../module.ts'
import type { Rules } from '../../straddle/index.ts'

/** Lies about metadata, and about what is masked. */
export const dataLies: readonly Lie<Rules>[] = [
  {
    id: 'times-of-resources-in-local-time',
    breaks: 'straddle.times.instants.created',
    text: 'Times of resources are those of New York, marked as UTC.',
    rules: ({ instant }) => ({ instant: (time) => instant(time - 5 * 3600 * 1000) }),
  },
  {
    id: 'changes-leave-the-time-of-update',
    breaks: 'straddle.times.instants.updated',
    text: 'A change of a resource leaves updated_at as it was.',
    rules: () => ({ touched: (before) => before }),
  },
  {
    id: 'fifty-pairs',
    breaks: 'straddle.metadata.limits.pairs',
    text: 'A resource takes 50 pairs of metadata.',
    rules: () => ({ maxPairs: () => 50 }),
  },
  {
    id: 'empty-metadata-refused',
    breaks: 'straddle.embedded.example.charge',
    text: 'Metadata without a pair is refused.',
    rules: ({ acceptsPairs }) => ({ acceptsPairs: (count, max) => count > 0 && acceptsPairs(count, max) }),
  },
  {
    id: 'one-pair-too-few',
    breaks: 'straddle.metadata.limits.pairs',
    text: 'A resource takes no more than 19 pairs of metadata.',
    rules: () => ({ maxPairs: () => 19 }),
  },
  {
    id: 'long-metadata-keys',
    breaks: 'straddle.metadata.limits.key-length',
    text: 'Keys of metadata have up to 64 characters.',
    rules: () => ({ maxKeyLength: () => 64 }),
  },
  {
    id: 'long-metadata-values',
    breaks: 'straddle.metadata.limits.value-length',
    text: 'Values of metadata have up to 500 characters.',
    rules: () => ({ maxValueLength: () => 500 }),
  },
  {
    id: 'metadata-values-of-39',
    breaks: 'straddle.metadata.limits.value-length',
    text: 'A value of 40 characters is refused.',
    rules: () => ({ maxValueLength: () => 39 }),
  },
  ...(['customer', 'charge', 'payout'] as const).map((resource): Lie<Rules> => ({
    id: `last-pair-of-${resource}-metadata-lost`,
    breaks: `straddle.metadata.create.${resource}s`,
    text: `Of the metadata of a new ${resource} the last pair is lost.`,
    rules: ({ storedMetadata }) => ({
      storedMetadata: (sent, of) =>
        of === resource ? Object.fromEntries(Object.entries(sent).slice(0, -1)) : storedMetadata(sent, of),
    }),
  })),
  {
    id: 'metadata-merged',
    breaks: 'straddle.metadata.update.replaces',
    text: 'Metadata sent with an update is merged into what was there.',
    rules: () => ({ updatedMetadata: (before, sent) => (sent === undefined ? before : { ...before, ...sent }) }),
  },
  {
    id: 'metadata-cleared-by-silence',
    breaks: 'straddle.metadata.update.untouched',
    text: 'An update that sends no metadata clears it.',
    rules: () => ({ updatedMetadata: (_before, sent) => sent }),
  },
  {
    id: 'ip-address-half-masked',
    breaks: 'straddle.masking.customer.ip-address',
    text: 'The first half of an IP address is shown.',
    rules: () => ({ ipAddress: (full) => `${full.split('.').slice(0, 2).join('.')}.**.**` }),
  },
  {
    id: 'ssn-half-masked',
    breaks: 'straddle.masking.customer.ssn',
    text: 'The last four digits of a social security number are shown.',
    rules: () => ({ ssn: (full) => full && `***-**-${full.slice(-4)}` }),
  },
  {
    id: 'year-of-birth-shown',
    breaks: 'straddle.masking.customer.dob',
    text: 'The year of a date of birth is shown.',
    rules: () => ({ dob: (full) => full && `${full.slice(0, 4)}-**-**` }),
  },
  {
    id: 'ein-shown',
    breaks: 'straddle.masking.customer.ein',
    text: 'An employer identification number is shown in full.',
    rules: () => ({ ein: (full) => full }),
  },
  {
    id: 'token-leaks-in-list',
    breaks: 'straddle.masking.everywhere.paykey',
    text: 'The list of paykeys shows their tokens in full.',
    rules: () => ({ paykeyInList: (full) => full }),
  },
  {
    id: 'token-leaks-in-read',
    breaks: 'straddle.masking.paykey.token',
    text: 'A paykey is read with its token in full.',
    rules: () => ({ paykeyInRead: (full) => full }),
  },
  {
    id: 'token-leaks-in-payment',
    breaks: 'straddle.masking.payment.paykey',
    text: 'A payment shows its paykey in full.',
    rules: () => ({ paykeyInPayment: (full) => full }),
  },
  {
    id: 'account-number-shows-six',
    breaks: 'straddle.masking.paykey.account-number',
    text: 'The last six digits of an account number are shown.',
    rules: () => ({ accountNumber: (full) => '*'.repeat(Math.max(0, full.length - 6)) + full.slice(-6) }),
  },
  {
    id: 'long-account-numbers-show-six',
    breaks: 'straddle.masking.paykey.account-number',
    text: 'Of an account number with more than twelve digits the last six are shown.',
    rules: ({ accountNumber }) => ({
      accountNumber: (full) => (full.length > 12 ? '*'.repeat(full.length - 6) + full.slice(-6) : accountNumber(full)),
    }),
  },
  {
    id: 'reveal-masks-the-token',
    breaks: 'straddle.paykeys.reveal.token',
    text: 'A revealed paykey still shows its token masked.',
    rules: () => ({ paykeyInReveal: (_full, masked) => masked }),
  },
  {
    id: 'reveal-shows-the-account',
    breaks: 'straddle.masking.everywhere.account-number',
    text: 'A revealed paykey shows its account number in full.',
    rules: () => ({ accountNumberInReveal: (full) => full }),
  },
  {
    id: 'unmasked-paykey-still-masked',
    breaks: 'straddle.paykeys.unmasked.in-full',
    text: 'An unmasked paykey still hides its account number.',
    rules: () => ({ accountNumberInUnmasked: (_full, masked) => masked }),
  },
  {
    id: 'new-paykey-masked',
    breaks: 'straddle.bridge.create.full-token',
    text: 'A new paykey shows its token masked, so that nobody can use it.',
    rules: () => ({ paykeyOnCreation: (_full, masked) => masked }),
  },
  {
    id: 'unmasked-customer-hides-address',
    breaks: 'straddle.customers.unmasked.in-full',
    text: 'An unmasked customer still hides the IP address.',
    rules: () => ({ ipInUnmasked: (_full, masked) => masked }),
  },
  {
    id: 'linked-account-shown',
    breaks: 'straddle.linked-banks.object.masked',
    text: 'A linked bank account shows its number in full.',
    rules: () => ({ linkedAccountInRead: (full) => full }),
  },
  {
    id: 'linked-account-never-shown',
    breaks: 'straddle.linked-banks.unmask.in-full',
    text: 'An unmasked linked bank account still hides its number.',
    rules: () => ({ linkedAccountInUnmask: (_full, masked) => masked }),
  },
]
