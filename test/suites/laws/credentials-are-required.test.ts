import { describe, expect, it } from 'vitest'
import type { WireRequest } from '../../../model/exchange.ts'
import { credentialsAreRequired } from '../../../suites/laws/credentials-are-required.ts'
import { hasStatus } from '../../../suites/vocabulary/judge.ts'
import { answering, contract, json } from '../../engine/acme.ts'
import { judgeAcme, rowOf } from '../../engine/judge-acme.ts'

const law = credentialsAreRequired(contract, 'acme/authentication', {
  cases: [{ name: 'no-key', clause: 'acme.things.echo', credentials: () => ({ kind: 'none' }) }],
  refusal: (refused) => hasStatus(refused, 401),
  operations: ({ pathParameters, path }) => pathParameters.length > 0 || !path.includes('{'),
  each: true,
})

const isNobody = ({ credentials }: WireRequest): boolean => credentials.kind === 'none'
const judged = async (serve: (request: WireRequest) => number) =>
  rowOf(
    await judgeAcme(
      answering((request) => json(serve(request), {})),
      law,
    ),
    'acme.things.echo',
  )

describe('credentials are required', () => {
  it('conforms where nobody is refused, whatever else is wrong', async () => {
    expect((await judged((request) => (isNobody(request) ? 401 : 422))).verdict).toBe('conforms')
  })

  it('departs where nobody is served', async () => {
    expect((await judged(() => 200)).verdict).toBe('gap')
  })

  it('departs where nobody is refused with another status, and the same request with a key is not', async () => {
    expect((await judged((request) => (isNobody(request) ? 400 : 200))).verdict).toBe('gap')
  })

  it('is not seen where every request is refused alike', async () => {
    expect((await judged(() => 422)).verdict).toBe('unobservable')
  })

  it('departs where a request is refused for another reason by a target that looks at the key first', async () => {
    let asked = 0
    const serve = (request: WireRequest): number => (isNobody(request) && (asked += 1) > 1 ? 401 : 422)
    expect((await judged(serve)).verdict).toBe('gap')
  })
})
