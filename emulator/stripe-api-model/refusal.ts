/** The eight ways in which the document lets a request fail. */
export type Phrase =
  | 'badRequest'
  | 'unauthorized'
  | 'requestFailed'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'tooManyRequests'
  | 'internalServerError'

/** Why a request is not carried out, and which of its parameters is at fault. */
export interface Refusal {
  readonly refused: Phrase
  readonly message: string
  readonly parameter?: string
}

export function refuse(refused: Phrase, message: string, parameter?: string): Refusal {
  return { refused, message, ...(parameter === undefined ? {} : { parameter }) }
}

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value
}
