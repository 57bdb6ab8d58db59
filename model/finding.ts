import type { Exchange } from './exchange.ts'
import type { Json } from './json.ts'

/** Where a response departs from a promise: `at` is a JSON Pointer into the body, `status`, or a header name. */
export interface Mismatch {
  readonly at: string
  readonly expected: Json
  readonly actual: Json
  /** The exchange that departs; absent where the judgement has only values of it. */
  readonly in?: Exchange
}

/** The closed list of answers to "does the target keep this clause?". */
export const verdicts = ['gap', 'broken', 'inconclusive', 'blocked', 'conforms', 'unobservable'] as const
export type Verdict = (typeof verdicts)[number]

/** The closed list of reasons for which a target could not be judged. */
export const outages = {
  refused: 'the connection was refused',
  dns: 'the host name could not be resolved',
  tls: 'the TLS handshake failed',
  reset: 'the connection was closed before the response was complete',
  timeout: 'no complete response came within the time limit',
  'given-up': 'the operation was asked no more, since it did not answer within the time limit',
  malformed: 'the response was not valid HTTP',
  'too-large': 'the response was larger than the limit',
  'rate-limited': 'the target kept answering that the rate limit is exceeded',
  'server-error': 'the target kept answering with a server error',
  budget: 'the budget of requests, creations or minutes was used up',
  interrupted: 'the run was interrupted',
} as const
export type Outage = keyof typeof outages
