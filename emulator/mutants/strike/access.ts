import type { Lie } from '../../module.ts'
import type { Rules } from '../../strike/index.ts'

/** Lies about who gets in, and how errors are worded. */
export const accessLies: readonly Lie<Rules>[] = [
  {
    id: 'any-key',
    breaks: 'strike.authentication.unknown-key',
    text: 'Takes any bearer token for a key.',
    rules: () => ({ isKnownKey: () => true }),
  },
  {
    id: 'basic-too',
    breaks: 'strike.authentication.other-scheme',
    text: 'Reads the key from Basic credentials as well.',
    rules: ({ keyOf }) => ({
      keyOf: (headers) => {
        const basic = /^basic (\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
        return basic === undefined ? keyOf(headers) : Buffer.from(basic, 'base64').toString().split(':')[0]
      },
    }),
  },
  {
    id: 'keys-age',
    breaks: 'strike.authentication.key.never-expires',
    text: 'Lets a key expire after a year.',
    rules: () => ({ isExpired: (opened, now) => now - opened > 365 * 86_400 * 1_000_000 }),
  },
  {
    id: 'open-invoices',
    breaks: 'strike.account.access.own',
    text: 'Shows an invoice to whoever has its id.',
    rules: () => ({ canSee: () => true }),
  },
  {
    id: 'scopes-ignored',
    breaks: 'strike.authentication.scopes',
    text: 'Serves a key whatever its scopes.',
    rules: () => ({ isAllowed: () => true }),
  },
  {
    id: 'one-scope-for-invoices',
    breaks: 'strike.invoices.cancel.scope',
    text: 'Lets a key cancel invoices that can create them.',
    rules: ({ scopeOf }) => ({
      scopeOf: (operation) => scopeOf(operation === 'cancelInvoice' ? 'createInvoice' : operation),
    }),
  },
  {
    id: 'rates-during-maintenance',
    breaks: 'strike.maintenance.everything',
    text: 'Still serves exchange rates during maintenance.',
    rules: ({ isClosed }) => ({
      isClosed: (account, operation) => operation !== 'listRates' && isClosed(account, operation),
    }),
  },
  {
    id: 'limit-ends-early',
    breaks: 'strike.limits.until-timeout',
    text: 'Serves requests again before the timeout of the rate limit ends.',
    rules: ({ isOverLimit }) => ({ isOverLimit: (quota, now) => isOverLimit(quota, now + 5_000_000) }),
  },
  {
    id: 'no-retry-after',
    breaks: 'strike.limits.retry-after',
    text: 'Does not say how long to wait after too many requests.',
    rules: () => ({ retryAfter: () => undefined }),
  },
  {
    id: 'version-optional',
    breaks: 'strike.versioning.path',
    text: 'Answers without a version in the path.',
    tamper: () => (request, response) =>
      request.url.startsWith('/v') ? response : { ...response, status: 200, body: '{"items":[],"count":0}' },
  },
  {
    id: 'any-version',
    breaks: 'strike.versioning.deprecation.retired-fails',
    text: 'Serves a version that was never released.',
    rules: () => ({ isServedVersion: (version) => /^v\d+$/.test(version) }),
  },
  {
    id: 'not-ready-creates',
    breaks: 'strike.accounts.readiness.refused',
    text: 'Creates invoices for an account that is not ready.',
    rules: () => ({ needsReadiness: () => false }),
  },
  {
    id: 'same-trace',
    breaks: 'strike.errors.response.trace-id-unique',
    text: 'Gives every error the same traceId.',
    rules: () => ({ traceIdOf: () => '00000000-0000-4000-8000-000000000000' }),
  },
  {
    id: 'status-in-body',
    breaks: 'strike.errors.response.status',
    text: 'Says 400 in the body of every error.',
    rules: () => ({ repeatedStatus: () => 400 }),
  },
  {
    id: 'debug-leaks',
    breaks: 'strike.errors.response.debug-mode',
    text: 'Shows stack traces outside of development mode.',
    rules: ({ debugOf }) => ({ debugOf: (_, body) => debugOf(true, body) }),
  },
  {
    id: 'duplicate-is-invalid',
    breaks: 'strike.errors.codes.duplicate-invoice',
    text: 'Answers DUPLICATE_INVOICE with 400.',
    rules: ({ statusOf }) => ({ statusOf: (code) => (code === 'DUPLICATE_INVOICE' ? 400 : statusOf(code)) }),
  },
  {
    id: 'not-found-is-invalid',
    breaks: 'strike.errors.codes.not-found',
    text: 'Answers NOT_FOUND with 400.',
    rules: ({ statusOf }) => ({ statusOf: (code) => (code === 'NOT_FOUND' ? 400 : statusOf(code)) }),
  },
  {
    id: 'first-fault-only',
    breaks: 'strike.errors.response.validation-errors-all',
    text: 'Reports only the first fault of a request.',
    rules: () => ({ reported: (faults) => faults.slice(0, 1) }),
  },
  {
    id: 'three-faults-at-most',
    breaks: 'strike.errors.response.validation-errors-all',
    text: 'Reports at most three faults of a request.',
    rules: () => ({ reported: (faults) => faults.slice(0, 3) }),
  },
  {
    id: 'wrong-field',
    breaks: 'strike.errors.response.validation-errors-field',
    text: 'Lists the faults of a description under another name.',
    rules: ({ fieldOf }) => ({ fieldOf: (path) => (path[0] === 'description' ? 'text' : fieldOf(path)) }),
  },
  {
    id: 'field-with-its-body',
    breaks: 'strike.errors.validation-codes.field-is-key',
    text: 'Writes the field in values with the body that it stands in.',
    rules: ({ faultValuesOf }) => ({
      faultValuesOf: (fault, field) => faultValuesOf(fault, `request.${field}`),
    }),
  },
  {
    id: 'no-maximum-said',
    breaks: 'strike.errors.validation-codes.maxlength',
    text: 'Does not say how long a text can be.',
    rules: ({ faultValuesOf }) => ({
      faultValuesOf: (fault, field) =>
        fault.code === 'INVALID_DATA_MAXLENGTH' ? { field } : faultValuesOf(fault, field),
    }),
  },
  {
    id: 'least-length-untold',
    breaks: 'strike.errors.validation-codes.minlength',
    text: 'Does not say how long a text has to be.',
    rules: ({ faultValuesOf }) => ({
      faultValuesOf: (fault, field) =>
        fault.code === 'INVALID_DATA_MINLENGTH' ? { field } : faultValuesOf(fault, field),
    }),
  },
]
