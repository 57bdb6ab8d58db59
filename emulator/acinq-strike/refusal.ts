/** Why a request gets no success. */
export type Reason = 'no-key' | 'wrong-key' | 'unknown-path' | 'unknown-charge' | 'unreadable-body' | 'bad-parameter'

export interface Refusal {
  readonly refused: Reason
  readonly message: string
}

export function refuse(refused: Reason, message: string): Refusal {
  return { refused, message }
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value
}
