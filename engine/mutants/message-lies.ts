import type { Contract } from '../../model/contract.ts'
import type { Exchange, Headers, WireResponse } from '../../model/exchange.ts'
import { isObject } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { toResponse } from '../../wire/response.ts'
import { corpusKey } from './corpus.ts'
import type { Corpus } from './corpus.ts'

/** One change of a whole answer. */
export interface MessageLie {
  readonly name: string
  readonly text: string
  readonly change: (response: WireResponse) => WireResponse
  /** `exchange`: any observer of this one exchange can tell; `checks`: only somebody who knows what was asked. */
  readonly seenBy: 'exchange' | 'checks'
}

/** Lies about status, headers, envelope and list length of an answer. */
export function messageLies(contract: Contract, sample: Exchange, corpus: Corpus): readonly MessageLie[] {
  return [
    ...bodyFate(sample),
    ...headerLies(contract, sample),
    ...statusLies(sample),
    ...envelopeLies(sample, corpus),
    ...otherObject(sample, corpus),
    ...listLies(sample),
  ]
}

function bodyFate({ response }: Exchange): readonly MessageLie[] {
  if (response.body.length < 3)
    return [
      {
        name: 'body-on-empty',
        text: 'has a body where none is documented',
        seenBy: 'exchange',
        change: (told) => toResponse(told.status, told.headers, '{"unexpected":true}'),
      },
    ]
  return [
    {
      name: 'empty',
      text: 'has an empty body',
      seenBy: 'exchange',
      change: (told) => toResponse(told.status, told.headers, ''),
    },
    {
      name: 'truncated',
      text: 'ends in the middle of its body',
      seenBy: 'exchange',
      change: (told) => toResponse(told.status, told.headers, told.body.slice(0, told.body.length >> 1)),
    },
    {
      name: 'html',
      text: 'is an HTML page',
      seenBy: 'exchange',
      change: (told) =>
        toResponse(
          told.status,
          withHeader(told.headers, 'content-type', 'text/html'),
          '<html><body>Something went wrong.</body></html>',
        ),
    },
  ]
}

function headerLies({ provider }: Contract, { response }: Exchange): readonly MessageLie[] {
  const requestId = provider.requestId?.header
  const type: MessageLie = {
    name: 'content-type',
    text: 'says that it is plain text',
    seenBy: 'exchange',
    change: (told) => ({ ...told, headers: withHeader(told.headers, 'content-type', 'text/plain') }),
  }
  if (requestId === undefined || !response.headers.some(([name]) => name === requestId)) return [type]
  return [
    type,
    {
      name: 'no-request-id',
      text: 'has no request id',
      seenBy: 'exchange',
      change: (told) => ({ ...told, headers: told.headers.filter(([name]) => name !== requestId) }),
    },
  ]
}

function statusLies({ response }: Exchange): readonly MessageLie[] {
  const others = response.status < 300 ? [202, 400] : [200, response.status === 400 ? 404 : 400, 418]
  return others
    .filter((status) => status !== response.status)
    .map((status) => ({
      name: `status-${status}`,
      text: `has the status ${status} instead`,
      seenBy: 'checks',
      change: (told) => ({ ...told, status }),
    }))
}

/** The body of an answer of the other kind: an error's where it succeeded, a success's where it failed. */
function envelopeLies({ response }: Exchange, corpus: Corpus): readonly MessageLie[] {
  const succeeded = response.status < 300
  const other = [...corpus.samples.values()]
    .flat()
    .find((sample) => sample.response.status < 300 !== succeeded && sample.response.json !== undefined)
  if (response.json === undefined) return []
  return [
    ...(other === undefined
      ? []
      : [otherBody('other-envelope', succeeded ? 'carries an error' : 'carries a success', other)]),
    ...strangers(response, corpus, succeeded),
  ]
}

function otherBody(name: string, text: string, { response }: Exchange): MessageLie {
  return { name, text, seenBy: 'checks', change: (told) => toResponse(told.status, told.headers, response.body) }
}

/** The body of another error where it failed, so that code and status do not belong together. */
function strangers(response: WireResponse, corpus: Corpus, succeeded: boolean): readonly MessageLie[] {
  if (succeeded) return []
  const other = [...corpus.samples.values()]
    .flat()
    .find(
      (sample) =>
        sample.response.status >= 400 &&
        sample.response.status !== response.status &&
        sample.response.json !== undefined,
    )
  return other === undefined ? [] : [otherBody('other-error', `carries the error of a ${other.response.status}`, other)]
}

/** The answer that an earlier call of the same operation got: another object than the one that was asked for. */
function otherObject({ operation, response }: Exchange, corpus: Corpus): readonly MessageLie[] {
  if (response.status >= 300 || response.json === undefined || listOf(response.json) !== undefined) return []
  const other = corpus.samples
    .get(corpusKey(operation ?? '', response.status))
    ?.find((sample) => sample.response.body !== response.body)
  return other === undefined ? [] : [otherBody('other-object', 'answers with another object', other)]
}

function listLies({ response }: Exchange): readonly MessageLie[] {
  if (response.status >= 300 || listOf(response.json) === undefined) return []
  const changed =
    (change: (items: readonly Json[]) => readonly Json[]) =>
    (told: WireResponse): WireResponse => {
      const items = listOf(told.json)
      return items === undefined || items.length === 0
        ? told
        : toResponse(told.status, told.headers, JSON.stringify(withList(told.json as Json, change(items))))
    }
  return [
    {
      name: 'item-too-few',
      text: 'leaves the last item of its list out',
      seenBy: 'checks',
      change: changed((items) => items.slice(0, -1)),
    },
    {
      name: 'item-too-many',
      text: 'repeats the first item of its list',
      seenBy: 'checks',
      change: changed((items) => [items[0] as Json, ...items]),
    },
  ]
}

const listNames = ['data', 'items'] as const

/** The list that an answer is: itself, or its `data` or `items`. */
function listOf(json: Json | undefined): readonly Json[] | undefined {
  if (Array.isArray(json)) return json as readonly Json[]
  if (!isObject(json)) return undefined
  const name = listNames.find((candidate) => Array.isArray(json[candidate]))
  return name === undefined ? undefined : (json[name] as readonly Json[])
}

function withList(json: Json, items: readonly Json[]): Json {
  if (!isObject(json)) return items
  const name = listNames.find((candidate) => Array.isArray(json[candidate])) ?? 'data'
  return { ...json, [name]: items }
}

function withHeader(headers: Headers, name: string, value: string): Headers {
  return [...headers.filter(([other]) => other !== name), [name, value]]
}
