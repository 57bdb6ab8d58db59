import { describe, expect, it } from 'vitest'
import { stripeApiModel } from '../../../contracts/stripe-api-model/provider.ts'
import { loadContract } from '../../../contracts/load.ts'
import type { Emulator } from '../../../emulator/http.ts'
import { judgeVariant } from '../variant.ts'

/** The emulator without the operations whose paths begin so. */
function lacking(...paths: readonly string[]): (emulator: Emulator) => Emulator {
  return (emulator) => ({
    ...emulator,
    handle: async (request) =>
      paths.some((path) => request.url.startsWith(`/v1.0/${path}`))
        ? emulator.handle({ ...request, url: '/v1.0/nothing' })
        : emulator.handle(request),
  })
}

describe('a server with the operations of the table', () => {
  it('and no other one has no gap', async () => {
    const operations = [...loadContract(stripeApiModel).operations.values()]
    const known = operations.map(({ method, path }) => ({
      method,
      form: new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
    }))
    const around = (emulator: Emulator): Emulator => ({
      ...emulator,
      handle: async (request) => {
        const path = request.url.split('?')[0] ?? ''
        const isKnown = known.some(({ method, form }) => method === request.method && form.test(path))
        return isKnown ? emulator.handle(request) : emulator.handle({ ...request, url: '/v1.0/nothing' })
      },
    })
    expect(operations).toHaveLength(25)
    expect((await judgeVariant(stripeApiModel, { around })).departures).toEqual([])
  })

  it.for([
    ['sessions', ['create', 'list']],
    ['balance', ['retrieve', 'list-transactions']],
    ['payouts', ['create', 'list']],
  ] as const)('has gaps of the document where it lacks %s', async ([service, operations]) => {
    const { run } = await judgeVariant(stripeApiModel, { around: lacking(service) })
    const gaps = run.clauses.filter(({ severity }) => severity === 'fail')
    expect(gaps.map(({ id, source }) => [id, source.kind])).toEqual(
      operations.map((operation) => [`stripe-api-model.${service}.${operation}.answers`, 'document']),
    )
  })
})
