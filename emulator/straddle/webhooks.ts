import type { Clock } from '../clock.ts'
import type { Deliver } from '../http.ts'
import type { Ids } from '../ids.ts'
import type { View } from './call.ts'
import type { Rules } from './rules.ts'

/** A place that wants to be told of what happens. */
export interface Endpoint {
  readonly url: string
  readonly secret: string
  /** Prefix of the three header names. */
  readonly prefix: 'webhook' | 'svix'
  failingSince?: number
  disabled?: boolean
}

interface Message {
  readonly eventType: string
  readonly accountId: string
  readonly data: View
}

/** The sender of webhooks. */
export interface Webhooks {
  send(endpoints: readonly Endpoint[], message: Message): void
  /** Sends nothing more to these. */
  forget(endpoints: readonly Endpoint[]): void
  /** Resolves when no delivery is under way. */
  settled(): Promise<void>
}

interface Parts {
  readonly rules: Rules
  readonly clock: Clock
  readonly ids: Ids
  readonly deliver: Deliver
}

interface Post {
  readonly id: string
  readonly body: string
}

type SignedHeaders = readonly (readonly [string, string])[]

function signedHeaders({ rules, clock }: Parts, { prefix, secret }: Endpoint, id: string, body: string): SignedHeaders {
  const time = rules.messageTime(clock.now())
  return [
    ['content-type', 'application/json'],
    [`${prefix}-id`, id],
    [`${prefix}-timestamp`, String(time)],
    [`${prefix}-signature`, rules.sign(secret, rules.signedText(id, time, body))],
  ]
}

async function arrives(parts: Parts, endpoint: Endpoint, id: string, body: string): Promise<boolean> {
  try {
    return parts.rules.accepted(await parts.deliver(endpoint.url, signedHeaders(parts, endpoint, id, body), body))
  } catch {
    return false
  }
}

function noteFailure({ rules, clock }: Parts, endpoint: Endpoint): void {
  endpoint.failingSince ??= clock.now()
  if (clock.now() - endpoint.failingSince >= rules.disabledAfter() * 1000) endpoint.disabled = true
}

async function attempt(parts: Parts, endpoint: Endpoint, post: Post, count: number): Promise<void> {
  if (endpoint.disabled === true) return
  if (await arrives(parts, endpoint, parts.rules.attemptId(post.id, count), post.body)) {
    delete endpoint.failingSince
    return
  }
  noteFailure(parts, endpoint)
  const delay = parts.rules.retryDelays()[count]
  if (delay !== undefined) {
    parts.clock.at(parts.clock.now() + delay * 1000, () => attempt(parts, endpoint, post, count + 1), endpoint)
  }
}

export function createWebhooks(parts: Parts): Webhooks {
  const { rules, ids, clock } = parts
  // one queue per endpoint, so that events arrive in the order in which things happened
  const queues = new Map<Endpoint, Promise<void>>()

  return {
    send(endpoints, { eventType, accountId, data }) {
      if (!rules.delivers(eventType)) return
      const body = JSON.stringify({ event_type: eventType, event_id: ids.uuid(), account_id: accountId, data })
      for (const endpoint of endpoints) {
        const post = { id: `msg_${ids.token(27)}`, body }
        const before = queues.get(endpoint) ?? Promise.resolve()
        queues.set(
          endpoint,
          before.then(() => attempt(parts, endpoint, post, 0)),
        )
      }
    },
    forget(endpoints) {
      for (const endpoint of endpoints) {
        endpoint.disabled = true
        queues.delete(endpoint)
        clock.drop(endpoint)
      }
    },
    async settled() {
      for (let waited: readonly Promise<void>[] = []; ;) {
        const queued = [...queues.values()]
        if (queued.every((queue, index) => queue === waited[index])) return
        await Promise.all(queued)
        waited = queued
      }
    },
  }
}
