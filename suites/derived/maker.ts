import type { Contract, Operation } from '../../model/contract.ts'
import type { Resource } from '../../model/declaration.ts'

/** A resource, and the operation that makes one. */
export interface Maker {
  readonly resource: Resource
  readonly operation: Operation
}

/** The operation that makes what a path parameter names; an operation that makes it takes no part in that. */
export function makerOf(
  { declaration, operations }: Contract,
  { id, path }: Operation,
  parameter: string,
): Maker | undefined {
  const involved = Object.values(declaration.resources).filter((resource) => resource.parameter === parameter)
  const named = involved.find((one) => [one.retrieve, one.update, one.delete, ...one.act, ...one.views].includes(id))
  const above = involved.find((one) => isBelow(path, operations.get(one.retrieve ?? one.update ?? one.delete ?? '')))
  const [only] = involved.length === 1 && !saysNothing.test(parameter) ? involved : []
  const resource = named ?? above ?? only
  const operation = operations.get(resource?.create[0] ?? '')
  return resource === undefined || operation === undefined || operation.id === id ? undefined : { resource, operation }
}

/** Names of parameters that any resource can have. */
const saysNothing = /^(id|uuid|guid|key|name|slug|code)$/i

const isBelow = (path: string, item: Operation | undefined): boolean =>
  item !== undefined && (path === item.path || path.startsWith(`${item.path.replace(/\/$/, '')}/`))
