import type { Contract } from '../../model/contract.ts'
import type { Resource } from '../../model/declaration.ts'

type Named = readonly [name: string, resource: Resource]

const none: readonly Named[] = []

/** Finds the resources that an operation concerns in some way; the declaration of a contract is read for it once. */
export function byOperation(
  concerned: (resource: Resource) => Iterable<string | undefined>,
): (contract: Contract, operation: string | undefined) => readonly Named[] {
  const known = new WeakMap<Contract, ReadonlyMap<string | undefined, readonly Named[]>>()
  return (contract, operation) => {
    const index = known.get(contract) ?? indexed(contract, concerned)
    known.set(contract, index)
    return index.get(operation) ?? none
  }
}

function indexed({ declaration }: Contract, concerned: (resource: Resource) => Iterable<string | undefined>) {
  const index = new Map<string | undefined, Named[]>()
  for (const named of Object.entries(declaration.resources))
    for (const operation of new Set(concerned(named[1])))
      if (operation !== undefined) index.set(operation, [...(index.get(operation) ?? []), named])
  return index
}
