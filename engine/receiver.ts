import type { Exchange, WireRequest } from '../model/exchange.ts'
import type { Receiver } from '../model/trial.ts'
import { answerDelivery } from '../wire/emulator-target.ts'
import type { Hands } from './hands.ts'

/** Opens a place for webhooks, whose deliveries are exchanges of the scenario for as long as it lasts. */
export async function openReceiver({ session, onExchange, nextId, latest, isOver }: Hands): Promise<Receiver> {
  const received: Exchange[] = []
  const faults: unknown[] = []
  let statuses: readonly number[] = []

  function taken(request: WireRequest): Exchange {
    const after = latest()
    const [status = 200, ...rest] = statuses
    statuses = rest
    return {
      id: nextId(),
      direction: 'inbound',
      operation: undefined,
      request,
      response: answerDelivery(status),
      attempts: [],
      startedAt: session.now(),
      durationMs: 0,
      after,
    }
  }

  const url = await session.receive((request) => {
    // a delivery that comes late is accepted, so that nobody repeats it, and shown to none of the scenarios that follow
    if (isOver?.() === true) return answerDelivery(200)
    const delivery = taken(request)
    received.push(delivery)
    try {
      onExchange(delivery, undefined)
    } catch (thrown) {
      faults.push(thrown)
    }
    return delivery.response
  })
  return {
    url,
    answer: (...next) => {
      statuses = next
    },
    async deliveries(count, counts = () => true) {
      await session.settled(() => faults.length > 0 || received.filter(counts).length >= count)
      if (faults.length > 0) throw faults[0]
      return [...received]
    },
  }
}
