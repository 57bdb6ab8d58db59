import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject } from '../../model/json.ts'
import { each } from '../../model/judgement.ts'
import { kebab } from '../laws/kebab.ts'
import { arranged, canArrange } from './arrange.ts'
import { withoutFault } from './control.ts'
import { refused } from './refusal.ts'

interface Tried {
  readonly control: Exchange
  readonly answers: readonly Exchange[]
}

const others = ['["list"]', '"text"', '7', 'null']

/** JSON of another type is refused where an object is described: whoever reads properties alone does not notice. */
export function wholeBodies(contract: Contract): readonly Check[] {
  return [...contract.operations.values()].flatMap((operation) => {
    const refusals = operation.body?.schema['x-refused']
    const clause = isObject(refusals) ? String(refusals['type']) : ''
    const known = contract.clauses.get(clause)
    if (known === undefined || known.excluded !== undefined || !canArrange(contract, operation)) return []
    return [
      example<Tried>(`${contract.provider.name}/bodies/${kebab(operation.id)}-refuses-what-is-no-object`, {
        arrange: async (trial) => {
          const control = await withoutFault(trial, operation)
          const answers: Exchange[] = []
          for (const body of others)
            answers.push(await trial.call(operation.id, { ...(await arranged(trial, operation)), body }))
          return { control, answers }
        },
        judge: { [clause]: ({ control, answers }) => each(answers, (answer) => refused(answer, control)) },
      }),
    ]
  })
}
