import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import { refusesInvalidInput } from '../laws/refuses-invalid-input.ts'
import { whatIsMadeCanBeRead } from '../laws/what-is-made-can-be-read.ts'
import { carries } from './carries.ts'
import { makeOrganization } from './embedding.ts'
import { onlyIds } from './found.ts'
import { idOf } from './making.ts'
import { refusesFaults } from './refusal.ts'

export function organizations(contract: Contract): readonly Check[] {
  return [
    whatIsMadeCanBeRead(contract, 'straddle/organizations/any-organization', {
      create: 'createOrganization',
      retrieve: 'getOrganization',
      id: '/data/id',
      parameter: 'organization_id',
      same: { clause: 'straddle.organizations.get.as-written', except: ['meta'] },
      carries: {
        'straddle.organizations.create.echoes': (created, sent) =>
          carries(created, sent, ['name', 'external_id', 'metadata']),
      },
      share: 0.5,
    }),
    ...refusesInvalidInput(contract, 'straddle/organizations', {
      operation: 'createOrganization',
      ...refusesFaults,
    }),
    example('straddle/organizations/found', {
      arrange: async (trial) => {
        const name = trial.unique('Group ')
        const external_id = trial.unique('ORG-')
        const own = await makeOrganization(trial, { name: `${name} One`, external_id })
        const other = await makeOrganization(trial, { name: `${name} Two`, external_id: trial.unique('ORG-') })
        return {
          own,
          other,
          byName: await trial.given('listOrganizations', { query: { name } }),
          byExternalId: await trial.given('listOrganizations', { query: { external_id } }),
        }
      },
      judge: {
        'straddle.organizations.list.by-name': ({ own, other, byName }) => onlyIds(byName, [own, other].map(idOf)),
        'straddle.organizations.list.by-external-id': ({ own, byExternalId }) => onlyIds(byExternalId, [idOf(own)]),
      },
    }),
  ]
}
