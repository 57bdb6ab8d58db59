import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract, Operation, Parameter } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { each } from '../../model/judgement.ts'
import { limitKeywords, refusesWords } from '../../model/strict.ts'
import { firstWrongValues } from '../arbitraries/wrong-values.ts'
import { kebab } from '../laws/kebab.ts'
import { callOf, canArrange } from './arrange.ts'
import { clauseOf } from './clause-of.ts'
import { withoutFault } from './control.ts'
import { refused } from './refusal.ts'

interface Asked {
  readonly control: Exchange
  readonly answers: readonly Exchange[]
}

/** Query parameters that the description does not allow are refused. */
export function parameters(contract: Contract): readonly Check[] {
  return [...contract.operations.values()].flatMap((operation) => {
    const clause = clauseOf(contract, operation, 'parameters')
    const faults = operation.queryParameters.flatMap(faultsOf)
    if (clause === undefined || faults.length === 0 || !canArrange(contract, operation)) return []
    return [
      example<Asked>(`${contract.provider.name}/parameters/${kebab(operation.id)}`, {
        arrange: async (trial) => {
          const call = await callOf(trial, operation)
          const control = await withoutFault(trial, operation)
          const answers: Exchange[] = []
          for (const change of faults)
            answers.push(await trial.call(operation.id, { ...call, query: change(call.query ?? {}) }))
          return { control, answers }
        },
        judge: { [clause]: ({ control, answers }) => each(answers, (answer) => refused(answer, control)) },
      }),
    ]
  })
}

type Change = (query: JsonObject) => JsonObject

/** The ways in which a query parameter can be wrong, each alone. */
function faultsOf({ name, required, schema }: Operation['queryParameters'][number]): readonly Change[] {
  const wrong = wrongValuesOf({ name, required, schema })
  const without: Change = (query) => Object.fromEntries(Object.entries(query).filter(([other]) => other !== name))
  return [...(required ? [without] : []), ...wrong.map<Change>((value) => (query) => ({ ...query, [name]: value }))]
}

function wrongValuesOf(parameter: Parameter): readonly Json[] {
  const { schema } = parameter
  const notInEnum = Array.isArray(schema['enum']) && schema['type'] === 'string' ? ['no-such-value'] : []
  const beyond = limitKeywords.flatMap((keyword) => firstWrongValues(keyword, schema))
  return [...(refusesWords(parameter) ? ['nonsense'] : []), ...notInEnum, ...beyond]
}
