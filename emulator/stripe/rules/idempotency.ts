/** An answer as it is kept under a key. */
export interface Kept {
  readonly status: number
  readonly body: string
}

/** What a request under a key is and is not allowed to repeat. */
export const idempotency = {
  keyApplies: (method: string): boolean => method === 'POST',
  isKey: (key: string): boolean => key.length <= 255,
  /** Where an account's keys are kept: apart from everybody else's. */
  keysOf: <Keys>(own: Keys, _everyones: Keys): Keys => own,
  keyLifetimeSeconds: 86_400,
  keyExpired: (ageMs: number, lifetimeSeconds: number): boolean => ageMs >= lifetimeSeconds * 1000,
  /** How a key is found again within its account. */
  keyName: (key: string): string => key,
  sameEndpoint: (first: string, second: string): boolean => first === second,
  sameParameters: (first: string, second: string): boolean => first === second,
  refusesWhileRunning: true,
  /** A request that failed validation, before anything was done, leaves its key free. */
  keepsAnswer: (status: number, wasValid: boolean, _endpoint: string): boolean => wasValid || status >= 500,
  /** Requests are compared before anything is done. */
  worksBeforeComparing: false,
  replayed: (kept: Kept): Kept => kept,
  /** A replay does no work again. */
  worksAgain: (_kept: Kept): boolean => false,
  echoesKey: true,
}
