/** An answer as it is kept under a key. */
export interface Kept {
  readonly status: number
  readonly body: string
}

/** What a request under a key is and is not allowed to repeat. */
export const idempotency = {
  keyApplies: (method: string): boolean => method === 'POST',
  keyLength: 255,
  keyLifetimeSeconds: 86_400,
  keyExpired: (ageMs: number, lifetimeSeconds: number): boolean => ageMs >= lifetimeSeconds * 1000,
  /** How a key is found again within its account. */
  keyName: (key: string): string => key,
  sameEndpoint: (first: string, second: string): boolean => first === second,
  sameParameters: (first: string, second: string): boolean => first === second,
  refusesWhileRunning: true,
  /** A request that failed validation, before anything was done, leaves its key free. */
  keepsAnswer: (status: number, wasValid: boolean): boolean => wasValid || status >= 500,
  replayed: (kept: Kept): Kept => kept,
  /** A replay does no work again. */
  worksAgain: (_kept: Kept): boolean => false,
  echoesKey: true,
}
