import type { Contract } from '../../model/contract.ts'
import type { WireResponse } from '../../model/exchange.ts'
import { headerOf } from '../../model/exchange.ts'
import type { Observer } from '../../model/check.ts'
import { isObject, valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { toResponse } from '../../wire/response.ts'
import type { Corpus } from './corpus.ts'
import type { Mutant } from './mutant.ts'

/** For each operation and status: its answers carry the request id of the answer before. Told by who remembers ids. */
export function repeatedIds(contract: Contract, corpus: Corpus, observers: readonly Observer[]): readonly Mutant[] {
  const { requestId } = contract.provider
  const watcher = observers.find(({ id }) => id === 'observer/request-ids-are-unique')
  if (requestId === undefined || watcher === undefined) return []
  const breaks = new Set(watcher.clauses(contract))
  const withIds = [...corpus.samples].filter(
    ([, [sample]]) => sample !== undefined && idOf(sample.response, requestId) !== undefined,
  )
  return [...corpus.samples].flatMap(([key, [sample]]): readonly Mutant[] => {
    if (sample === undefined || idOf(sample.response, requestId) === undefined) return []
    const [operation = '', status = ''] = key.split(' ')
    const [after] = corpus.checks.get(withIds.find(([other]) => other !== key)?.[0] ?? key) ?? []
    let before: string | undefined
    return [
      {
        id: `${operation}/${status}:same-request-id`,
        kind: 'schema',
        text: `${operation}/${status} repeats the request id of the answer before`,
        breaks,
        operation,
        ...(after === undefined ? {} : { after }),
        rewrite(request, response) {
          const own = idOf(response, requestId)
          const told =
            before !== undefined && request.operation === operation && String(response.status) === status
              ? withId(response, requestId, before)
              : response
          before = own ?? before
          return told
        },
      },
    ]
  })
}

type Where = NonNullable<Contract['provider']['requestId']>

function idOf(response: WireResponse, { header, pointer }: Where): string | undefined {
  const id = header === undefined ? valueAt(response.json, pointer ?? '') : headerOf(response, header.toLowerCase())
  return typeof id === 'string' ? id : undefined
}

function withId(response: WireResponse, { header, pointer }: Where, id: string): WireResponse {
  if (header !== undefined) {
    const name = header.toLowerCase()
    return { ...response, headers: [...response.headers.filter(([other]) => other !== name), [name, id]] }
  }
  if (idOf(response, { pointer: pointer ?? '' }) === undefined) return response
  return toResponse(
    response.status,
    response.headers,
    JSON.stringify(put(response.json as Json, (pointer ?? '').split('/').slice(1), id)),
  )
}

function put(document: Json, [step, ...rest]: readonly string[], value: Json): Json {
  if (step === undefined) return value
  return isObject(document) ? { ...document, [step]: put(document[step] ?? null, rest, value) } : document
}
