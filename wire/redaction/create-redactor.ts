import type { Authentication, Contract, Operation } from '../../model/contract.ts'
import type { Exchange, Headers, WireRequest } from '../../model/exchange.ts'
import type { Mismatch } from '../../model/finding.ts'
import { keyMark } from '../../model/key-mark.ts'
import { pointerStep, pointerSteps } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import type { StoredExchange } from '../../model/report.ts'
import { knowledgeOf } from './knowledge.ts'
import type { Knowledge } from './knowledge.ts'
import { createKnownPhrases } from './known-phrases.ts'
import { createHideSecrets } from './known-secrets.ts'
import { createMemory } from './memory.ts'
import type { Place } from './place.ts'
import { createProvenance } from './provenance.ts'
import type { Provenance } from './provenance.ts'
import { redactPath } from './redact-path.ts'
import { redactorOfTexts } from './redact-text.ts'
import type { TextSetting } from './text-setting.ts'
import type { Voice } from './voice.ts'
import type { Redactor } from './redactor.ts'
import { createStandIn } from './stand-in.ts'

/** Of a body in a report; a recording keeps all of it. */
const usualBody = 20_000

export interface RedactorOptions {
  /** The suite itself sends the requests, with nothing in them that is not made up, but for what the target has told before. */
  readonly ours?: boolean
}

/** Redacts what a run of one provider keeps: by the secrets of the run, by the provider's schemas, by names and by form. */
export function createRedactor(
  contract: Contract,
  secrets: readonly string[],
  { ours = false }: RedactorOptions = {},
): Redactor {
  const knowledge = knowledgeOf(contract)
  const { places, storeHeaders } = knowledge
  const setting = settingFor(knowledge, secrets, ours)
  const redact = redactorOfTexts(setting)
  const { learned, own, provenance } = setting
  const { authentication } = contract.provider

  function messages(exchange: Exchange): Pick<StoredExchange, 'request' | 'response'> {
    const { direction, operation: name, request, response } = exchange
    const operation = contract.operations.get(String(name))
    const inbound = direction === 'inbound'
    const asked: Voice = ours && !inbound ? 'ours' : 'theirs'
    const told: Voice = response.status >= 400 ? 'refusal' : 'theirs'
    return {
      request: {
        method: /^[A-Z]{1,20}$/.test(request.method)
          ? request.method
          : redact.leaf(request.method, places.unknown, asked),
        path: withKeyNote(redactPath(request.path, operation, places, redact, asked), request, authentication),
        headers: [...credentialNote(request, authentication), ...storeHeaders(request.headers, redact, places, asked)],
        body: redact.body(request.body, inbound ? places.body() : places.of(operation?.body?.schema), asked),
      },
      response: {
        status: response.status,
        headers: storeHeaders(response.headers, redact, places, 'theirs'),
        body: redact.body(response.body, answerPlace(exchange), told),
      },
    }
  }

  /** Where the body of an answer stands; what we answer to a delivery is described nowhere. */
  function answerPlace({ direction, operation, response }: Exchange): Place {
    return direction === 'inbound'
      ? places.unknown
      : places.body(answerOf(contract.operations.get(String(operation)), response.status))
  }

  /** Where a mismatch is: a JSON Pointer leads into the body of the exchange that it is in, if that is known. */
  function placeAt(at: string, shown: Exchange | undefined): Place {
    if (shown === undefined) return places.unknown
    if (at !== '' && !at.startsWith('/')) return places.header(at)
    const root = shown.direction === 'inbound' ? places.body() : answerPlace(shown)
    return pointerSteps(at).reduce((place, step) => (/^\d+$/.test(step) ? place.item() : place.property(step)), root)
  }

  /** What is learned on the way can stand further up in the same exchange. */
  function redacted(exchange: Exchange): Pick<StoredExchange, 'request' | 'response'> {
    const before = learned.count
    const once = messages(exchange)
    // Stryker disable next-line ConditionalExpression: where nothing was learned it would come out alike, in twice the time
    return learned.count === before ? once : messages(exchange)
  }

  const json = (value: Json, place: Place, voice: Voice): Json =>
    JSON.parse(redact.json(JSON.stringify(value), place, voice)) as Json

  const pointer = (text: string): string =>
    pointerSteps(text)
      .map((step) => pointerStep(redact.name(step)))
      .join('')

  return {
    text: redact.text,
    name: redact.name,
    pointer,
    value: (value) => json(value, places.unknown, 'refusal'),
    input: (value) => json(value, places.unknown, 'expected'),
    see(exchange) {
      if (ours) provenance.see(exchange)
    },
    mismatch({ at, expected, actual, in: shown }: Mismatch) {
      const place = placeAt(at, shown)
      return {
        at: at.startsWith('/') ? pointer(at) : redact.text(at),
        expected: json(expected, place, 'expected'),
        // said by us, of a place at which there is nothing
        actual:
          actual === 'absent'
            ? actual
            : json(actual, place, shown !== undefined && shown.response.status < 400 ? 'theirs' : 'refusal'),
      }
    },
    exchange(exchange, longestBody = usualBody) {
      if (ours) for (const value of provenance.madeUpIn(exchange)) own.learn(value)
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
        ...(exchange.entry === undefined ? {} : { entry: exchange.entry }),
        truncated: Math.max(0, request.body.length - longestBody) + Math.max(0, response.body.length - longestBody),
      }
    },
  }
}

/**
 * Redacts texts of our own, such as the message of an error, by the secrets of the run and by form. What they repeat of a target is
 * redacted by then; what merely looks random stays, as it is the name of a file or the id of what is left.
 */
export function createRedactText(secrets: readonly string[]): (text: string) => string {
  return redactorOfTexts(settingFor(knowledgeOf(undefined), secrets, false)).own
}

function settingFor(
  knowledge: Knowledge,
  secrets: readonly string[],
  ours: boolean,
): TextSetting & { readonly provenance: Provenance } {
  const { isVocabulary, places } = knowledge
  const memory = createMemory()
  const provenance = createProvenance(isVocabulary)
  return {
    ...knowledge,
    hideSecrets: createHideSecrets(secrets),
    learned: createKnownPhrases(isVocabulary),
    own: createKnownPhrases(isVocabulary),
    provenance,
    isSent: provenance.isSent,
    // where the suite sends nothing, all is told by somebody else
    isTold: ours ? provenance.isTold : () => true,
    standIn: createStandIn(memory),
    stored: (value) => memory.of(value)[0],
    unknown: places.unknown,
  }
}

/** `$id` of the schema that is documented for a status: by the status itself, its class, or `default`. */
function answerOf(operation: Operation | undefined, status: number): string | null | undefined {
  const names = [String(status), `${Math.floor(status / 100)}XX`, 'default']
  return names.map((name) => operation?.answers[name]).find((id) => id !== undefined)
}

/** Says in which header a key was sent, not which key. */
function credentialNote({ credentials, headers }: WireRequest, authentication: Authentication): Headers {
  const { schemes, keyHeader, keyCookie, keyQuery } = authentication
  const note =
    schemes.length > 0
      ? authorization
      : keyHeader !== undefined
        ? ([keyHeader, keyMark] as const)
        : keyCookie !== undefined
          ? (['cookie', `${keyCookie}=${keyMark}`] as const)
          : keyQuery === undefined
            ? authorization
            : undefined
  const isNoted = note === undefined || credentials.kind === 'none' || headers.some(([name]) => name === note[0])
  return isNoted ? [] : [note]
}

const authorization = ['authorization', keyMark] as const

/** The same of a key in the query. */
function withKeyNote(path: string, { credentials }: WireRequest, { keyQuery }: Authentication): string {
  if (keyQuery === undefined || credentials.kind === 'none') return path
  return `${path}${path.includes('?') ? '&' : '?'}${keyQuery}=${keyMark}`
}
