import { describe, expect, it } from 'vitest'
import type { WireRequest, WireResponse } from '../../model/exchange.ts'
import { WireError } from '../../wire/errors.ts'
import type { Carry } from '../../wire/in-process.ts'
import { withBudget } from '../../wire/layers/with-budget.ts'
import { withCredentials } from '../../wire/layers/with-credentials.ts'
import { withGivingUp } from '../../wire/layers/with-giving-up.ts'
import { withPace } from '../../wire/layers/with-pace.ts'
import { withRetry } from '../../wire/layers/with-retry.ts'
import { createPair } from '../../wire/pair.ts'
import { toResponse } from '../../wire/response.ts'
import { contract } from '../engine/acme.ts'

const get: WireRequest = {
  method: 'GET',
  path: '/things',
  headers: [],
  body: '',
  credentials: { kind: 'account', account: 'a' },
}
const post: WireRequest = { ...get, method: 'POST', operation: 'createThing' }
const keyed: WireRequest = { ...post, headers: [['idempotency-key', 'k']] }
const answer = (status: number, headers: WireResponse['headers'] = []): WireResponse =>
  toResponse(status, headers, '{}')

/** Answers in turn, then with 200. */
function inTurn(...answers: readonly (WireResponse | WireError)[]): Carry & { count: number } {
  const carry = Object.assign(
    async () => {
      const next = answers[carry.count] ?? answer(200)
      carry.count += 1
      if (next instanceof WireError) throw next
      return next
    },
    { count: 0 },
  )
  return carry
}

function recordedPause(now = 0) {
  const waits: number[] = []
  return { waits, wait: (ms: number) => Promise.resolve(void waits.push(ms)), random: () => 1, now: () => now }
}

describe('withRetry', () => {
  const policy = { attempts: 3, firstDelayMs: 100, longestDelayMs: 10_000 }
  const retrying = (carry: Carry, pause = recordedPause()): Carry => withRetry(carry, policy, 'Idempotency-Key', pause)

  it('keeps every attempt as evidence, with what was waited before the next', async () => {
    const response = await retrying(inTurn(answer(503), new WireError('reset')))(get)
    expect(response.attempts).toEqual([
      { status: 503, waitedMs: 100 },
      { failure: 'reset', waitedMs: 200 },
      { status: 200, waitedMs: 0 },
    ])
  })

  it('says nothing of attempts where the first did', async () => {
    expect((await retrying(inTurn(answer(404)))(get)).attempts).toBeUndefined()
  })

  it.each([
    ['a lost read', get, new WireError('reset'), true],
    ['a lost write', post, new WireError('reset'), false],
    ['a lost write under a key', keyed, new WireError('timeout'), true],
    ['a refused connection', post, new WireError('refused'), true],
    ['a certificate nobody vouches for', get, new WireError('tls'), false],
    ['a used-up budget', get, new WireError('budget'), false],
    ['a write that was too many', post, answer(429), true],
    ['a write that failed inside', post, answer(500), false],
    ['a write under a key that failed inside', keyed, answer(500), true],
    ['an operation that is not there', get, answer(501), false],
    ['a refusal', get, answer(400), false],
  ] as const)('after %s repeats only what has no effect of its own', async (_, request, first, repeated) => {
    const carry = inTurn(first)
    await retrying(carry)(request).catch(() => undefined)
    expect(carry.count).toBe(repeated ? 2 : 1)
  })

  const cancel: WireRequest = { ...get, method: 'PUT' }
  const lost = new WireError('reset')

  it.each([
    ['a lost cancellation', cancel, lost, 422, 'reset'],
    ['a lost deletion', { ...cancel, method: 'DELETE' }, new WireError('timeout'), 404, 'timeout'],
    ['a cancellation that failed inside', cancel, answer(502), 409, 'server-error'],
    ['a lost write under a key, still worked on', keyed, lost, 409, 'reset'],
  ] as const)('after %s takes a refusal of the repeat for no answer', async (_, request, first, status, outage) => {
    await expect(retrying(inTurn(first, answer(status)))(request)).rejects.toMatchObject({ outage })
  })

  it.each([
    ['a lost read', get, lost, 404],
    ['a lost write under a key', keyed, lost, 402],
    ['a lost cancellation that succeeds', cancel, lost, 200],
    ['a cancellation that nobody took', cancel, new WireError('refused'), 422],
    ['a cancellation that was put off', cancel, answer(503), 422],
    ['a cancellation that was too many', cancel, answer(429), 422],
    ['a lost cancellation that is then too many', cancel, lost, 429],
  ] as const)('after %s judges what the repeat is answered', async (_, request, first, status) => {
    const again = Array.from({ length: 3 }, () => answer(status))
    expect((await retrying(inTurn(first, ...again))(request)).status).toBe(status)
  })

  it('gives up after the last attempt and says what came', async () => {
    const carry = inTurn(answer(503), answer(503), answer(503), answer(200))
    expect((await retrying(carry)(get)).status).toBe(503)
    expect(carry.count).toBe(3)
  })

  it.each([
    ['seconds', '7', 7000],
    ['a date', new Date(60_000 + 4000).toUTCString(), 4000],
    ['a date that is past', new Date(0).toUTCString(), 0],
    ['nonsense', 'soon', 100],
  ])('obeys Retry-After in %s', async (_, value, waited) => {
    const pause = recordedPause(60_000)
    await retrying(inTurn(answer(429, [['retry-after', value]])), pause)(get)
    expect(pause.waits).toEqual([waited])
  })

  it('gives up rather than ask again sooner than it was told to', async () => {
    const carry = inTurn(answer(429, [['retry-after', '3600']]))
    expect((await retrying(carry)(get)).status).toBe(429)
    expect(carry.count).toBe(1)
  })
})

describe('withBudget', () => {
  it('stops at so many requests', async () => {
    const carry = withBudget(inTurn(), { requests: 2, creations: 9 }, contract.operations)
    await carry(get)
    await carry(get)
    await expect(carry(get)).rejects.toMatchObject({ outage: 'budget' })
  })

  it('stops at so many creations and still reads', async () => {
    const carry = withBudget(inTurn(), { requests: 9, creations: 1 }, contract.operations)
    await carry(post)
    await expect(carry(post)).rejects.toMatchObject({ outage: 'budget' })
    expect((await carry(get)).status).toBe(200)
  })
})

describe('withPace', () => {
  it('spaces requests out, and never has more of them under way than allowed', async () => {
    const pause = recordedPause()
    let underWay = 0
    let most = 0
    const slow: Carry = async () => {
      underWay += 1
      most = Math.max(most, underWay)
      await new Promise((resolve) => setImmediate(resolve))
      underWay -= 1
      return answer(200)
    }
    const carry = withPace(slow, { concurrency: 2, requestsPerSecond: 10 }, pause)
    await Promise.all(Array.from({ length: 5 }, () => carry(get)))
    expect(most).toBeLessThanOrEqual(2)
    expect(pause.waits).toEqual([100, 200, 300, 400])
  })

  it('lets a pair leave at one moment, and what comes after it wait for the turns of both', async () => {
    const left: string[] = []
    let now = 0
    const waits: (() => void)[] = []
    const pause = {
      now: () => now,
      wait: (ms: number) =>
        new Promise<void>((resolve) => {
          const until = now + ms
          waits.push(() => (now >= until ? resolve() : undefined))
        }),
    }
    const noting: Carry = async ({ path }) => {
      left.push(`${path} at ${now}`)
      return answer(200)
    }
    const carry = withPace(noting, { concurrency: 2, requestsPerSecond: 4 }, pause)
    const pair = createPair()
    const sent = [
      carry({ ...get, path: '/before' }),
      carry({ ...post, path: '/left' }, { pair }),
      carry({ ...post, path: '/right' }, { pair }),
      carry({ ...get, path: '/after' }),
    ]
    for (; now <= 1_000; now += 50) {
      for (const look of waits) look()
      await new Promise((resolve) => setImmediate(resolve))
    }
    await Promise.all(sent)
    expect(left).toEqual(['/before at 0', '/left at 250', '/right at 250', '/after at 750'])
  })

  it('gives the place of a request that never came back to others', async () => {
    const carry = withPace(inTurn(), { concurrency: 2, requestsPerSecond: 1000 }, recordedPause())
    const pair = createPair()
    await carry(post, { pair })
    pair.close()
    const both = createPair()
    expect(await Promise.all([carry(post, { pair: both }), carry(post, { pair: both })])).toHaveLength(2)
  })
})

describe('withCredentials', () => {
  const seen: WireRequest[] = []
  const carry: Carry = async (request) => {
    seen.push(request)
    return answer(200)
  }
  const authorized = withCredentials(carry, contract.provider.authentication, (account) => `key-of-${account}`)

  it('adds the key of the account further in, and leaves the request itself without it', async () => {
    await authorized(get)
    expect(seen.at(-1)?.headers).toEqual([['authorization', 'Bearer key-of-a']])
    expect(get.headers).toEqual([])
  })

  it('puts a token of its own into Authorization where there is one beside the key', async () => {
    const both = withCredentials(carry, { ...contract.provider.authentication, keyHeader: 'x-api-key' }, () => ({
      key: 'k',
      token: 't',
    }))
    await both(get)
    expect(seen.at(-1)?.headers).toEqual([
      ['x-api-key', 'k'],
      ['authorization', 'Bearer t'],
    ])
  })

  it('adds nothing where no credentials are meant, and what is literal as it stands', async () => {
    await authorized({ ...get, credentials: { kind: 'none' } })
    expect(seen.at(-1)?.headers).toEqual([])
    await authorized({ ...get, credentials: { kind: 'literal', headers: [['authorization', 'Basic x']] } })
    expect(seen.at(-1)?.headers).toEqual([['authorization', 'Basic x']])
  })
})

describe('withGivingUp', () => {
  const timeout = new WireError('timeout')
  const asked = (carry: Carry, request: WireRequest): Promise<string> =>
    carry(request).then(
      ({ status }) => String(status),
      (thrown: WireError) => thrown.outage,
    )

  it('asks no more of an operation after three time-outs in a row, and says so', async () => {
    const source = inTurn(timeout, timeout, timeout)
    const carry = withGivingUp(source)
    expect(await Promise.all([1, 2, 3].map(() => asked(carry, post)))).toEqual(['timeout', 'timeout', 'timeout'])
    await expect(carry(post)).rejects.toThrow(
      'the operation was asked no more, since it did not answer within the time limit (createThing, 3 times in a row)',
    )
    expect(source.count).toBe(3)
    expect(await asked(carry, get)).toBe('200')
  })

  it('goes on where there was an answer in between, whatever it was', async () => {
    const carry = withGivingUp(
      inTurn(timeout, timeout, answer(404), timeout, timeout, new WireError('reset'), answer(200)),
    )
    const ends: string[] = []
    for (let count = 0; count < 7; count += 1) ends.push(await asked(carry, post))
    expect(ends).toEqual(['timeout', 'timeout', '404', 'timeout', 'timeout', 'reset', '200'])
  })

  it('tells requests of no operation apart by their path, not by their query', async () => {
    const source = inTurn(timeout, timeout, timeout)
    const carry = withGivingUp(source)
    for (const path of ['/other?a=1', '/other?a=2', '/other']) await asked(carry, { ...get, path })
    expect(await asked(carry, { ...get, path: '/other?a=3' })).toBe('given-up')
    expect(await asked(carry, { ...get, method: 'POST', path: '/other' })).toBe('200')
  })

  it('is not repeated by the retry policy', async () => {
    const source = inTurn(timeout, timeout, timeout)
    const pause = recordedPause()
    const carry = withRetry(
      withGivingUp(source),
      { attempts: 5, firstDelayMs: 100, longestDelayMs: 1000 },
      undefined,
      pause,
    )
    expect(await asked(carry, get)).toBe('given-up')
    expect([source.count, pause.waits.length]).toEqual([3, 3])
  })
})
