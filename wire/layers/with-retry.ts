import type { RetryPolicy } from '../../model/contract.ts'
import type { Attempt, WireRequest, WireResponse } from '../../model/exchange.ts'
import { headerOf } from '../../model/exchange.ts'
import type { Departure } from '../departure.ts'
import type { Carry } from '../in-process.ts'
import { WireError } from '../errors.ts'

/** How time passes while retrying; passed in so that tests need none. */
export interface Pause {
  /** Resolves early once the signal is raised. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>
  /** From 0 to 1, for jitter. */
  readonly random: () => number
  readonly now: () => number
}

const repeatedStatuses: ReadonlySet<number> = new Set([429, 500, 502, 503, 504])

/** Repeats what may be repeated, as the provider's policy says, and keeps every attempt as evidence. */
export function withRetry(
  carry: Carry,
  policy: RetryPolicy,
  idempotencyHeader: string | undefined,
  pause: Pause,
): Carry {
  return async (request, departure) => {
    const attempts: Attempt[] = []
    let lost: WireError | undefined
    for (let attempt = 1; ; attempt += 1) {
      // what is repeated leaves alone
      const answer = await attemptOnce(carry, request, attempt === 1 ? departure : withoutPair(departure))
      const repeatable = attempt < policy.attempts && mayRepeat(request, answer, idempotencyHeader)
      const delay = repeatable ? delayAfter(answer, attempt, policy, pause) : undefined
      attempts.push({
        ...(answer instanceof WireError ? { failure: answer.outage } : { status: answer.status }),
        waitedMs: delay ?? 0,
      })
      if (delay === undefined) {
        if (lost !== undefined && mayBeItsOwn(request, answer, idempotencyHeader)) throw lost
        return conclude(answer, attempts)
      }
      lost ??= perhapsDone(answer)
      await pause.wait(delay)
    }
  }
}

function withoutPair(departure: Departure | undefined): Departure {
  return departure?.left === undefined ? {} : { left: departure.left }
}

async function attemptOnce(
  carry: Carry,
  request: WireRequest,
  departure: Departure | undefined,
): Promise<WireResponse | WireError> {
  try {
    return await carry(request, departure)
  } catch (thrown) {
    if (thrown instanceof WireError) return thrown
    throw thrown
  }
}

/** The outage that left open whether a request was carried out; undefined where it was not. */
function perhapsDone(answer: WireResponse | WireError): WireError | undefined {
  if (answer instanceof WireError) return answer.outage === 'refused' ? undefined : answer
  const refused = answer.status === 429 || answer.status === 503
  return refused ? undefined : new WireError('server-error', `status ${answer.status}`)
}

/** A refusal of what an earlier try may have done already: what was cancelled cannot be cancelled again. It proves nothing. */
function mayBeItsOwn(
  request: WireRequest,
  answer: WireResponse | WireError,
  idempotencyHeader: string | undefined,
): boolean {
  if (answer instanceof WireError || answer.status < 400 || answer.status >= 500) return false
  if (request.method === 'GET' || answer.status === 429) return false
  // under a key the answer is that of the earlier try, unless that is still being worked on
  return !isKeyed(request, idempotencyHeader) || answer.status === 409
}

function isKeyed(request: WireRequest, idempotencyHeader: string | undefined): boolean {
  return idempotencyHeader !== undefined && headerOf(request, idempotencyHeader.toLowerCase()) !== undefined
}

function conclude(answer: WireResponse | WireError, attempts: readonly Attempt[]): WireResponse {
  if (answer instanceof WireError) throw answer
  return attempts.length === 1 ? answer : { ...answer, attempts }
}

/** A request whose first try may have had an effect is repeated only if a repeat has none of its own. */
function mayRepeat(
  request: WireRequest,
  answer: WireResponse | WireError,
  idempotencyHeader: string | undefined,
): boolean {
  const harmless = request.method === 'GET' || request.method === 'DELETE' || request.method === 'PUT'
  const keyed = isKeyed(request, idempotencyHeader)
  if (answer instanceof WireError) {
    if (answer.outage === 'refused') return true
    return (harmless || keyed) && (answer.outage === 'reset' || answer.outage === 'timeout')
  }
  if (!repeatedStatuses.has(answer.status)) return false
  return answer.status === 429 || answer.status === 503 || harmless || keyed
}

/**
 * What the server asks for in Retry-After, in seconds or as a date; otherwise exponential back-off with jitter. Undefined
 * where the server asks for more patience than the policy has: asking sooner would only prolong it.
 */
function delayAfter(
  answer: WireResponse | WireError,
  attempt: number,
  policy: RetryPolicy,
  pause: Pause,
): number | undefined {
  const asked = answer instanceof WireError ? undefined : retryAfter(headerOf(answer, 'retry-after'), pause.now())
  if (asked !== undefined) return asked <= policy.longestDelayMs ? asked : undefined
  const ceiling = Math.min(policy.longestDelayMs, policy.firstDelayMs * 2 ** (attempt - 1))
  return Math.round(ceiling * (0.5 + pause.random() / 2))
}

function retryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
