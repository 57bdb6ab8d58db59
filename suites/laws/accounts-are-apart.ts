import type { Check } from '../../model/check.ts'
import type { Isolation, Resource } from '../../model/declaration.ts'
import type { Trial } from '../../model/trial.ts'
import { actingFor } from './acting-for.ts'
import { strangers } from './isolation/strangers.ts'
import type { Apart, Parties } from './isolation/strangers.ts'
import { strangersRefer } from './isolation/strangers-refer.ts'
import type { Law } from './matrix.ts'

/** What belongs to one account is not there for another. */
export const isolation: Law = {
  name: 'isolation',
  text: 'What belongs to one account is not there for another: to read, to list, to change, to delete, or to refer to.',
  of(matrix, name) {
    const { isolation: declared, resources } = matrix.contract.declaration
    if (declared === undefined) return 'nothing says what one account sees of another'
    const apart = { matrix, name, resource: resources[name] as Resource, clauses: declared.clauses }
    const twoAccounts: Parties = async (trial) => ({ owner: trial, stranger: trial.as('other') })
    return [
      ...strangers(apart, name, twoAccounts),
      ...strangersRefer(apart, name, twoAccounts),
      ...ofEmbeddedAccounts(apart, declared),
    ]
  },
}

/** The same between two embedded accounts of one platform. */
function ofEmbeddedAccounts(apart: Apart, { embedded }: Isolation): readonly Check[] {
  const make = apart.matrix.scenes.embedded
  if (embedded === undefined || make === undefined || !apart.resource.owners.includes('embedded-account')) return []
  const acting = async (trial: Trial): Promise<Trial> => actingFor(trial, embedded.header, await make(trial))
  const own = { ...apart, clauses: embedded.clauses }
  const id = `${apart.name}-of-embedded-accounts`
  const parties: Parties = async (trial) => ({ owner: await acting(trial), stranger: await acting(trial) })
  return [...strangers(own, id, parties), ...strangersRefer(own, id, parties)]
}
