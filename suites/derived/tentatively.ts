import type { Check } from '../../model/check.ts'
import { Blocked, Refused } from '../../model/trial.ts'
import type { Trial } from '../../model/trial.ts'

/** The same check, which concludes nothing from a refusal of a call that it stands on: it can have reasons that no schema tells. */
export function tentatively(check: Check): Check {
  return { ...check, arrange: (trial, input) => check.arrange(tentative(trial), input) }
}

function tentative(trial: Trial): Trial {
  return {
    ...trial,
    as: (account) => tentative(trial.as(account)),
    async given(operation, call) {
      const exchange = await trial.call(operation, call)
      const { status } = exchange.response
      if (status < 300) return exchange
      if (status >= 400 && status < 500 && status !== 405) throw new Refused(exchange)
      throw new Blocked(exchange, `${operation} answered ${status}`)
    },
  }
}
