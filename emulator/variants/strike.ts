import type { Rules } from '../strike/index.ts'
import { answering, everywhere, isRecord, retelling, tellingInstants, where } from './rewriting.ts'
import type { Variant } from './variant.ts'

const isCreate = ({ method }: { readonly method: string }): boolean => method === 'POST'

/** What Strike's documents allow beside what its emulator does, and what the service was seen to do. */
export const variants: readonly Variant<Rules>[] = [
  {
    id: 'a-deletion-has-a-body',
    text: 'A deletion is answered with 200 and a body.',
    subject: 'deletions',
    between: answering((response, { method }) =>
      method === 'DELETE' && response.status < 300
        ? { status: 200, headers: [...response.headers, ['content-type', 'application/json']], body: '{}' }
        : response,
    ),
  },
  {
    id: 'a-deletion-is-204',
    text: 'A deletion is answered with 204, as later documents say.',
    subject: 'deletions',
    between: answering((response, { method }) =>
      method === 'DELETE' && response.status === 200 ? { ...response, status: 204, body: '' } : response,
    ),
    departs: ['strike.errors.statuses.listed', 'strike.errors.statuses.200-ok'],
  },
  {
    id: 'later-statuses',
    text: 'Two codes come with the statuses of later documents.',
    rules: ({ statusOf }) => ({
      statusOf: (code) => (code === 'LN_UNAVAILABLE' ? 503 : code === 'ACCOUNT_NOT_READY' ? 425 : statusOf(code)),
    }),
    departs: [
      'strike.errors.statuses.listed',
      'strike.errors.codes.account-not-ready',
      'strike.errors.codes.ln-unavailable',
    ],
  },
  {
    id: 'profiles-have-no-id',
    text: 'A profile is shown without its id.',
    between: where(
      ({ url }) => /^\/v1\/accounts\/[^?]*profile/.test(url),
      everywhere((value) =>
        isRecord(value) && 'handle' in value
          ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'id'))
          : value,
      ),
    ),
    hides: /^strike\.accounts\.profile\.id$/,
  },
  {
    id: 'errors-are-worded-otherwise',
    text: 'Errors have other messages.',
    between: everywhere((value) =>
      isRecord(value) && typeof value['code'] === 'string' && typeof value['message'] === 'string'
        ? { ...value, message: `Sorry! ${value['message']}` }
        : value,
    ),
  },
  {
    id: 'creates-tell-seven-digits',
    text: 'A create tells instants with seven digits, and later answers with six at most.',
    subject: 'instants',
    between: (answer, advance) => {
      const created = where(
        isCreate,
        tellingInstants((_, [, whole, digits = '.', zone]) => `${whole}${digits.padEnd(7, '0')}7${zone}`),
      )
      const shown = where(
        (request) => !isCreate(request),
        tellingInstants((_, [, whole, digits = '', zone]) => `${whole}${digits.replace(/\.?0+$/, '')}${zone}`),
      )
      return shown(created(answer, advance), advance)
    },
  },
  {
    id: 'amounts-have-trailing-zeros',
    text: 'Amounts are written with more zeros behind the point.',
    between: retelling((body) =>
      body.replaceAll(/"amount":"(\d+\.\d+)"/g, (_, amount: string) => `"amount":"${amount}0"`),
    ),
  },
  {
    id: 'instants-are-in-utc',
    text: 'Instants end in Z.',
    subject: 'zones',
    between: tellingInstants((instant) => instant.replace(/[+]00:?00$/, 'Z')),
  },
]
