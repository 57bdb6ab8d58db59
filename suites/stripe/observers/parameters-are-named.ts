import type { Observer } from '../../../model/check.ts'
import type { Contract } from '../../../model/contract.ts'
import type { Exchange } from '../../../model/exchange.ts'
import { valueAt } from '../../../model/json.ts'
import { holds } from '../../vocabulary/judge.ts'

const clause = 'stripe.errors.object.param'

/** The parameter that an invalid request is refused for is one that it sent or its operation has; `id` is that of the object in the path. */
export const parametersAreNamed: Observer = {
  id: 'observer/parameters-are-named',
  clauses: () => [clause],
  watch: (contract) => (exchange) => {
    const error = valueAt(exchange.response.json, '/error')
    const param = valueAt(error, '/param')
    if (valueAt(error, '/type') !== 'invalid_request_error' || typeof param !== 'string' || param === '') return []
    if (exchange.response.status < 400 || !contract.operations.has(exchange.operation ?? '')) return []
    const isKnown = param.split(/[[\]]+/).some((step) => step !== '' && isNamed(contract, exchange, step))
    return [{ clause, judgement: holds(isKnown, '/error/param', 'a parameter of the request', param) }]
  },
}

/** Whether a name is anywhere in what was sent, or in what is described of the operation. */
function isNamed({ operations }: Contract, { operation = '', request }: Exchange, name: string): boolean {
  const described = operations.get(operation)
  const { pathParameters = [], queryParameters = [], body } = described ?? {}
  return (
    name === 'id' ||
    `${request.path} ${request.body}`.includes(name) ||
    JSON.stringify([pathParameters, queryParameters, body?.schema ?? null]).includes(`"${name}"`)
  )
}
