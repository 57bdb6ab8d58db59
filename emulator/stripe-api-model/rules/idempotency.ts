import type { Account } from '../account.ts'
import type { Answer } from '../call.ts'
import { isRefusal } from '../refusal.ts'

/** What a repeated request is answered. */
export interface IdempotencyRules {
  readonly idempotencyKeyIn: (headers: ReadonlyMap<string, string>) => string | undefined
  /** Under what a key is remembered; undefined where a request takes none. */
  readonly keyScope: (method: string, route: string, key: string, form: string) => string | undefined
  /** Where the answers of an account are remembered. */
  readonly answersOf: (account: Account) => Map<string, Answer | undefined>
  readonly isRemembered: (answer: Answer, scope: string) => boolean
  readonly replayed: (answer: Answer) => Answer
  readonly refusesInFlight: boolean
}

export const idempotency: IdempotencyRules = {
  idempotencyKeyIn: (headers) => headers.get('idempotency-key'),
  keyScope: (method, route, key) => (method === 'POST' && key !== '' ? `${route} ${key}` : undefined),
  answersOf: ({ answers }) => answers,
  isRemembered: (answer) => !isRefusal(answer),
  replayed: (answer) => answer,
  refusesInFlight: true,
}
