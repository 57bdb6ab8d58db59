import type { Contract } from '../../model/contract.ts'
import type { Suite } from '../../model/check.ts'
import { keys } from '../laws/keys-stand-for-one-request.ts'
import type { Law } from '../laws/matrix.ts'
import { keeps } from '../laws/the-rest-is-left-alone.ts'
import { stays } from '../laws/what-is-left-alone-stays.ts'
import { echoes } from '../laws/what-is-written-is-shown.ts'
import { matrix } from '../matrix.ts'
import { canArrange } from './arrange.ts'
import { lists } from './lists.ts'
import { scenesOf } from './scenes.ts'

/** The laws that a description can be held to, as far as the declaration opens cells of them. */
const ofAll: readonly Law[] = [keys, lists, echoes, stays].map(wherePossible)
/** What is left out of an update shows with the least of them. */
const ofTheLeast: readonly Law[] = [keeps].map(wherePossible)

export function lawsOf(contract: Contract): Pick<Suite, 'checks' | 'notPromised'> {
  const parts = [
    matrix(contract, scenesOf(contract, 'all'), ofAll),
    matrix(contract, scenesOf(contract, 'the least'), ofTheLeast),
  ]
  return {
    checks: parts.flatMap(({ checks }) => checks).filter(({ judge }) => Object.keys(judge).length > 0),
    notPromised: parts.flatMap(({ notPromised }) => notPromised),
  }
}

/** Nothing is tried with a resource that nobody knows how to make. */
function wherePossible(law: Law): Law {
  return {
    ...law,
    of(setting, name) {
      const { contract } = setting
      const { create, retrieve, update, act } = contract.declaration.resources[name] ?? { create: [], act: [] }
      const needed = [create[0], retrieve, update, contract.declaration.resources[name]?.delete, ...act]
      const unknown = needed
        .map((id) => contract.operations.get(id ?? ''))
        .find((operation) => operation !== undefined && !canArrange(contract, operation))
      if (create.length === 0) return 'nothing makes one'
      if (unknown !== undefined) return `nothing tells what the path of ${unknown.id} names`
      return law.of(setting, name)
    },
  }
}
