import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject } from '../../model/json.ts'
import { kebab } from '../laws/kebab.ts'
import { arranged, canArrange } from './arrange.ts'
import { withoutFault } from './control.ts'
import { refused } from './refusal.ts'

interface Tried {
  readonly control: Exchange
  readonly answer: Exchange
}

/** A list is refused where an object is described: whoever reads properties alone does not notice. */
export function wholeBodies(contract: Contract): readonly Check[] {
  return [...contract.operations.values()].flatMap((operation) => {
    const refusals = operation.body?.schema['x-refused']
    const clause = isObject(refusals) ? String(refusals['type']) : ''
    const known = contract.clauses.get(clause)
    if (known === undefined || known.excluded !== undefined || !canArrange(contract, operation)) return []
    return [
      example<Tried>(`${contract.provider.name}/bodies/${kebab(operation.id)}-refuses-a-list`, {
        arrange: async (trial) => {
          const control = await withoutFault(trial, operation)
          const call = await arranged(trial, operation)
          return { control, answer: await trial.call(operation.id, { ...call, body: '["list"]' }) }
        },
        judge: { [clause]: ({ control, answer }) => refused(answer, control) },
      }),
    ]
  })
}
