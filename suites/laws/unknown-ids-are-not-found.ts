import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Call, Trial } from '../../model/trial.ts'
import { kebab } from './kebab.ts'

export interface UnknownIdsAreNotFound {
  readonly clause: string
  /** An id of the right form that nothing has. */
  readonly unknownId: (trial: Trial, operation: string) => string
  /** Operations with one unknown path parameter each, and what else their call needs to be valid. */
  readonly calls: readonly {
    readonly operation: string
    readonly parameter: string
    readonly call?: (trial: Trial) => Promise<Call>
  }[]
  readonly refusal: (exchange: Exchange) => Judgement
}

/** An id that nothing has is answered as not found, by every operation that takes one. One check an operation. */
export function unknownIdsAreNotFound(section: string, law: UnknownIdsAreNotFound): readonly Check[] {
  return law.calls.map(({ operation, parameter, call }) =>
    example(`${section}/${kebab(operation)}-unknown-${kebab(parameter)}`, {
      arrange: async (trial) => {
        const details = (await call?.(trial)) ?? {}
        return trial.call(operation, {
          ...details,
          path: { ...details.path, [parameter]: law.unknownId(trial, operation) },
        })
      },
      judge: { [law.clause]: (refused) => law.refusal(refused) },
    }),
  )
}
