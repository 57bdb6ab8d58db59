import type { Contract, Operation } from '../../model/contract.ts'
import type { Exchange, Headers, WireRequest } from '../../model/exchange.ts'
import type { Json } from '../../model/json.ts'
import type { StoredExchange } from '../../model/report.ts'
import { createHideSecrets } from './known-secrets.ts'
import { createLearnedValues } from './learned-values.ts'
import { createMemory } from './memory.ts'
import { createPlaces } from './place.ts'
import type { Places } from './place.ts'
import { redactPath } from './redact-path.ts'
import { redactorOfTexts } from './redact-text.ts'
import type { Redactor } from './redactor.ts'
import { createStandIn } from './stand-in.ts'
import { createStoreHeaders } from './stored-headers.ts'
import { vocabularyOf } from './vocabulary.ts'

/** Of a body in a report; a recording keeps all of it. */
const usualBody = 20_000

/** What a contract says of places and of words. */
interface Reading {
  readonly places: Places
  readonly isVocabulary: (word: string) => boolean
}

const readings = new WeakMap<Contract, Reading>()

/** Goes through a contract once, however many redactors it has. */
function readingOf(contract: Contract): Reading {
  const reading = readings.get(contract) ?? {
    places: createPlaces(contract.schemas),
    isVocabulary: vocabularyOf(contract),
  }
  readings.set(contract, reading)
  return reading
}

/** Redacts what a run of one provider keeps: by the secrets of the run, by the provider's schemas, and by form. */
export function createRedactor(contract: Contract, secrets: readonly string[]): Redactor {
  const { places, isVocabulary } = readingOf(contract)
  const learned = createLearnedValues(isVocabulary)
  const standIn = createStandIn(createMemory())
  const redact = redactorOfTexts({
    hideSecrets: createHideSecrets(secrets),
    learned,
    standIn,
    isVocabulary,
    unknown: places.unknown,
  })
  const storeHeaders = createStoreHeaders(contract)

  function messages({
    direction,
    operation: name,
    request,
    response,
  }: Exchange): Pick<StoredExchange, 'request' | 'response'> {
    const operation = contract.operations.get(String(name))
    const inbound = direction === 'inbound'
    return {
      request: {
        method: redact.text(request.method),
        path: redactPath(request.path, operation, places, redact),
        headers: [...credentialNote(request), ...storeHeaders(request.headers, redact.text)],
        body: redact.body(request.body, inbound ? places.body() : places.of(operation?.body?.schema)),
      },
      response: {
        status: response.status,
        headers: storeHeaders(response.headers, redact.text),
        body: redact.body(response.body, inbound ? places.unknown : places.body(answerOf(operation, response.status))),
      },
    }
  }

  /** What is learned on the way can stand further up in the same exchange. */
  function redacted(exchange: Exchange): Pick<StoredExchange, 'request' | 'response'> {
    const before = learned.count
    const once = messages(exchange)
    // Stryker disable next-line ConditionalExpression: where nothing was learned it would come out alike, in twice the time
    return learned.count === before ? once : messages(exchange)
  }

  return {
    text: redact.text,
    value: (value) => JSON.parse(redact.finding(JSON.stringify(value))) as Json,
    exchange(exchange, longestBody = usualBody) {
      const { request, response } = redacted(exchange)
      return {
        id: exchange.id,
        direction: exchange.direction,
        operation: exchange.operation ?? null,
        request: { ...request, body: request.body.slice(0, longestBody) },
        response: { ...response, body: response.body.slice(0, longestBody) },
        attempts: exchange.attempts,
        startedAt: new Date(exchange.startedAt).toISOString(),
        durationMs: exchange.durationMs,
        truncated: Math.max(0, request.body.length - longestBody) + Math.max(0, response.body.length - longestBody),
      }
    },
  }
}

/** Redacts texts that belong to no provider, such as the message of an error: by the secrets of the run, and by form. */
export function createRedactText(secrets: readonly string[]): (text: string) => string {
  const isVocabulary = vocabularyOf({ clauses: new Map(), schemas: new Map(), operations: new Map() })
  const standIn = createStandIn(createMemory())
  return redactorOfTexts({
    hideSecrets: createHideSecrets(secrets),
    learned: createLearnedValues(isVocabulary),
    standIn,
    isVocabulary,
    // where no contract says anything, only names tell
    unknown: createPlaces(new Map()).unknown,
  }).text
}

/** `$id` of the schema that is documented for a status: by the status itself, its class, or `default`. */
function answerOf(operation: Operation | undefined, status: number): string | null | undefined {
  const names = [String(status), `${Math.floor(status / 100)}XX`, 'default']
  return names.map((name) => operation?.answers[name]).find((id) => id !== undefined)
}

/** Says that a key was sent, not which. */
function credentialNote({ credentials, headers }: WireRequest): Headers {
  return credentials.kind === 'none' || headers.some(([name]) => name === 'authorization')
    ? []
    : [['authorization', '[key]']]
}
