import { WireError } from '../errors.ts'
import type { Carry } from '../in-process.ts'
import type { WireRequest } from '../../model/exchange.ts'

/** So many time-outs of one operation in a row are no accident. */
const mostInARow = 3

/** Asks no more of an operation that never answers: each request would last as long as the time limit. Others go on. */
export function withGivingUp(carry: Carry): Carry {
  const timeouts = new Map<string, number>()
  return async (request, departure) => {
    const operation = nameOf(request)
    const inARow = timeouts.get(operation) ?? 0
    if (inARow >= mostInARow) throw new WireError('given-up', `${operation}, ${inARow} times in a row`)
    try {
      const response = await carry(request, departure)
      timeouts.delete(operation)
      return response
    } catch (thrown) {
      if (thrown instanceof WireError && thrown.outage === 'timeout')
        timeouts.set(operation, (timeouts.get(operation) ?? 0) + 1)
      throw thrown
    }
  }
}

function nameOf({ operation, method, path }: WireRequest): string {
  return operation ?? `${method} ${path.split('?')[0]}`
}
