import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Call, Trial } from '../../model/trial.ts'
import { refusedAsInvalid } from './refusal.ts'

interface RefusesParameter {
  readonly clause: string
  readonly operation: string
  /** A call that succeeds but for the parameter that is added to it. */
  readonly call: (trial: Trial) => Promise<Omit<Call, 'body'> & { readonly body: JsonObject }>
  /** The parameter that the operation does not take. */
  readonly parameter?: string
  readonly value?: string
}

/** A parameter that an operation does not take is refused; the message names it, so the param of the error is left open. */
export function refusesParameter(
  id: string,
  { clause, operation, call, parameter = 'not_a_parameter', value = 'x' }: RefusesParameter,
): Check {
  return example<Exchange>(id, {
    arrange: async (trial) => {
      const valid = await call(trial)
      return trial.call(operation, { ...valid, body: { ...valid.body, [parameter]: value } })
    },
    judge: { [clause]: (refused) => refusedAsInvalid(refused) },
  })
}
