import type { Check } from '../../model/check.ts'
import type { Resource } from '../../model/declaration.ts'
import { afterFailure } from './keys/after-failure.ts'
import { afterTime } from './keys/after-time.ts'
import { inFlight } from './keys/in-flight.ts'
import type { Keyed } from './keys/keyed.ts'
import { ofAnotherAccount } from './keys/of-another-account.ts'
import { repeated } from './keys/repeated.ts'
import type { Law } from './matrix.ts'

/** A key stands for one request: a repeat has no second effect, and no other request is taken for it. */
export const keys: Law = {
  name: 'keys',
  text: 'A key stands for one request of one account: a repeat has no second effect, and no other request is taken for it.',
  of(matrix, name) {
    const { keys: declared, resources } = matrix.contract.declaration
    const resource = resources[name] as Resource
    const own = new Set([...resource.create, resource.update, resource.delete, ...resource.act])
    const operations = (declared?.operations ?? []).filter((operation) => own.has(operation))
    if (declared === undefined) return 'no request may be repeated under a key'
    if (operations.length === 0) return 'no request that writes it may be repeated under a key'
    return operations.flatMap((operation) => checksOf({ matrix, declared, resource, operation }))
  },
}

function checksOf(keyed: Keyed): readonly Check[] {
  const { clauses } = keyed.declared
  return [
    repeated(keyed),
    ...(clauses['account'] === undefined ? [] : [ofAnotherAccount(keyed)]),
    ...(clauses['forgotten'] === undefined || clauses['known'] === undefined ? [] : [afterTime(keyed)]),
    ...(clauses['in-flight'] === undefined ? [] : [inFlight(keyed)]),
    ...(clauses['failure'] === undefined ? [] : afterFailure(keyed, clauses['failure'])),
  ]
}
