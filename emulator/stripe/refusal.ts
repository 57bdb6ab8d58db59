/** Types of error that the service tells apart. */
type FailureType =
  | 'api_error'
  | 'authentication_error'
  | 'card_error'
  | 'idempotency_error'
  | 'invalid_request_error'
  | 'rate_limit_error'

/** What an error answer says, before it is put into its envelope. */
export interface Failure {
  readonly status: number
  readonly type: FailureType
  readonly message: string
  readonly param?: string
  readonly code?: string
  readonly decline_code?: string
  readonly charge?: string
}

/** Stops the handling of a request; thrown, because a refusal can arise at any depth of reading a request. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

/** Refuses the request that is being handled. */
export function refuse(failure: Failure): never {
  throw new Refusal(failure)
}
