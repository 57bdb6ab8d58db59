/** What is remembered of the first request under a key. */
export interface KeyUse {
  readonly fingerprint: string
  readonly at: number
  readonly state: 'running' | 'succeeded' | 'failed'
}

export type Repeat = 'execute' | 'replay' | 'conflict'

const day = 24 * 60 * 60 * 1000

/** Keys that make a request safe to repeat. */
export const idempotencyRules = {
  acceptsKey: (key: string): boolean => key.length >= 10 && key.length <= 40,
  /** Methods on which the key counts. */
  honoursKey: (method: string): boolean => ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method),
  /** Two requests are the same when path, method and body are. */
  fingerprint: (method: string, path: string, body: string): string => JSON.stringify([method, path, body]),
  /** Keys of one account say nothing about another's. */
  keyOwner: (acting: string, _platform: string): string => acting,
  remembers: (use: KeyUse, now: number): boolean => now - use.at < day,
  whileRunning: (_same: boolean): Repeat => 'conflict',
  /** Only what succeeded is replayed: the key of a failed request is used up. */
  afterFailure: (_same: boolean): Repeat => 'conflict',
  afterSuccess: (same: boolean): Repeat => (same ? 'replay' : 'conflict'),
  replayedStatus: (original: number): number => original,
  replayedBody: (original: string): string => original,
  replayHeader: (): readonly (readonly [string, string])[] => [['idempotent-replayed', 'true']],
}
