import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { hasStatus } from '../vocabulary/judge.ts'
import { kebab } from './kebab.ts'

/** What names nothing can be read without anything that was made before, so that it is judged also where nothing can be made. */
export function plainReads(contract: Contract): readonly Check[] {
  const plain = [...contract.operations.values()].filter(
    ({ method, pathParameters, queryParameters }) =>
      method === 'GET' && pathParameters.length === 0 && !queryParameters.some(({ required }) => required),
  )
  return plain.map(({ id, clause }) =>
    example<Exchange>(`${contract.provider.name}/plain-reads/${kebab(id)}`, {
      arrange: (trial) => trial.given(id),
      judge: { [clause]: (answer) => hasStatus(answer, 200) },
    }),
  )
}
