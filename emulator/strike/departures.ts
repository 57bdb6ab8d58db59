import type { Lie } from '../module.ts'
import type { Rules } from './rules.ts'

/** Departures that the live service is known for, or that later pages describe. */
export const faults: readonly Lie<Rules>[] = [
  {
    id: 'later-statuses',
    breaks: 'strike.errors.codes.ln-unavailable',
    text: 'Answers LN_UNAVAILABLE with 503 and ACCOUNT_NOT_READY with 425, as later material does.',
    rules: ({ statusOf }) => ({
      statusOf: (code) => (code === 'LN_UNAVAILABLE' ? 503 : code === 'ACCOUNT_NOT_READY' ? 425 : statusOf(code)),
    }),
  },
  {
    id: 'deleted-204',
    breaks: 'strike.errors.statuses.200-ok',
    text: 'Answers a deletion with 204, as the page "Delete subscription" does.',
    tamper: () => (request, response) =>
      request.method === 'DELETE' && response.status === 200 ? { ...response, status: 204 } : response,
  },
  {
    id: 'html-forbidden',
    breaks: 'strike.errors.response.json',
    text: 'Bot protection in front of the service answers requests without a user agent with 403 and a page in HTML.',
    tamper: () => (request, response) =>
      request.headers.has('user-agent')
        ? response
        : { status: 403, headers: [['content-type', 'text/html']], body: '<html><body>Forbidden</body></html>' },
  },
]
