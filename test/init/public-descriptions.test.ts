import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { judge } from '../../api/index.ts'
import type { Report } from '../../api/index.ts'
import { projectRoot } from '../../schemas/project-root.ts'
import { runMain } from '../cli/run-main.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { groups, keys } from './collections.ts'
import { serveCollection } from './described-server.ts'
import type { Collection, Departure } from './described-server.ts'
import { withoutSuite } from './without-suite.ts'

const fixture = (name: string): string => join(projectRoot, 'test/init/fixtures', `${name}.json`)

describe('the public description of', () => {
  it.each<[string, string, readonly string[], number]>([
    [
      'adyen-payment-links',
      '5 operations',
      [
        'nothing tells a value of {storedPaymentMethodId}; give it examples in openapi.yaml, so that these operations are called: deleteStoredPaymentMethodsStoredPaymentMethodId.',
      ],
      1,
    ],
    ['digitalocean-keys', '6 operations', [], 0],
    [
      'github-labels',
      '6 operations',
      [
        'operations with a body that is neither JSON nor a form are left out: markdownRenderRaw (text/plain, text/x-markdown).',
        'nothing tells a value of {owner}; give it examples in openapi.yaml, so that these operations are called: issuesListLabelsForRepo, issuesCreateLabel, issuesGetLabel and 2 more.',
        'nothing tells a value of {repo}; give it examples in openapi.yaml, so that these operations are called: issuesListLabelsForRepo, issuesCreateLabel, issuesGetLabel and 2 more.',
      ],
      12,
    ],
    [
      'kubernetes-config-maps',
      '5 operations',
      [
        'nothing tells a value of {namespace}; give it examples in openapi.yaml, so that these operations are called: listCoreV1NamespacedConfigMap, createCoreV1NamespacedConfigMap, readCoreV1NamespacedConfigMap and 2 more.',
      ],
      11,
    ],
    [
      'plaid-institutions',
      '3 operations',
      [
        'requests are sent without what these security schemes ask for; headers of provider.ts can give it: plaidVersion (apiKey header Plaid-Version), secret (apiKey header PLAID-SECRET).',
      ],
      0,
    ],
    [
      'square-customer-groups',
      '6 operations',
      [
        'nothing tells a value of {location_id}; give it examples in openapi.yaml, so that these operations are called: VoidTransaction.',
        'nothing tells a value of {transaction_id}; give it examples in openapi.yaml, so that these operations are called: VoidTransaction.',
        'examples that their own schema does not allow are left out: CreateCustomerGroup, UpdateCustomerGroup.',
      ],
      0,
    ],
    ['stripe-coupons', '7 operations', ['formats that are not known are not judged: unix-time.'], 0],
    [
      'twilio-messages',
      '5 operations',
      [
        'nothing tells a value of {AccountSid}; give it examples in openapi.yaml, so that these operations are called: ListMessage, CreateMessage, FetchMessage and 2 more.',
        'formats that are not known are not judged: date-time-rfc-2822, phone-number, currency and 1 more.',
      ],
      9,
    ],
  ])('%s becomes a provider, and what was not understood is said', async (name, operations, notes, uncalled) => {
    const folder = join(temporaryFolder(), name)
    const { code, stdout } = await runMain(['init', folder, '--openapi', fixture(name)])
    const lines = stdout.trim().split('\n')
    expect({ code, first: lines[0] }).toEqual({ code: 0, first: expect.stringContaining(`: ${operations}, `) })
    expect(lines.slice(1, -1).map((line) => line.replace('Not understood: ', ''))).toEqual(notes)
    withoutSuite(folder)
    const clauses = await runMain(['clauses', folder, '--uncovered'])
    expect(clauses.stdout.trim().split('\n').at(-1)).toMatch(new RegExp(`^${uncalled} clauses: `))
    expect(JSON.parse(readFileSync(join(folder, 'declaration.json'), 'utf8'))).toHaveProperty('guessed')
  })
})

const gapsOf = ({ clauses }: Report): readonly string[] =>
  clauses.filter(({ verdict }) => verdict === 'gap' || verdict === 'broken').map(({ id }) => id)

describe.each<[string, Collection, readonly (readonly [Departure, string, string])[]]>([
  [
    'square-customer-groups',
    groups,
    [
      ['accepts any body', 'bodies', 'customer-groups.create-customer-group.required'],
      ['accepts any key', 'authentication', 'customer-groups.list-customer-groups.authentication'],
      ['accepts any query', 'parameters', 'customer-groups.list-customer-groups.parameters'],
      ['answers for unknown ids', 'unknown-ids', 'customer-groups.retrieve-customer-group.unknown'],
      ['answers in plain text', 'operations', 'answers.bodies.json'],
      ['answers with 202', 'lives', 'customer-groups.create-customer-group.answers'],
      ['answers with the whole list', 'matrix/lists', 'customer-groups.list-customer-groups.pages'],
      ['forgets what was created', 'operations', 'customer-groups.retrieve-customer-group.answers'],
      ['forgets what was updated', 'matrix/echoes', 'customer-groups.update-customer-group.shows'],
      ['keeps what was deleted', 'lives', 'customer-groups.delete-customer-group.gone'],
      ['leaves a property out', 'operations', 'schemas.customer-group.shape'],
    ],
  ],
  [
    'digitalocean-keys',
    keys,
    [
      ['accepts any body', 'bodies', 'ssh-keys.ssh-keys-create.required'],
      ['accepts any key', 'authentication', 'ssh-keys.ssh-keys-list.authentication'],
      ['accepts any query', 'parameters', 'ssh-keys.ssh-keys-list.parameters'],
      ['answers for unknown ids', 'unknown-ids', 'ssh-keys.ssh-keys-get.unknown'],
      ['answers in plain text', 'operations', 'answers.bodies.json'],
      ['answers with 202', 'lives', 'ssh-keys.ssh-keys-create.answers'],
      ['answers with the whole list', 'matrix/lists', 'ssh-keys.ssh-keys-list.pages'],
      ['forgets what was created', 'operations', 'ssh-keys.ssh-keys-get.answers'],
      ['forgets what was updated', 'matrix/echoes', 'ssh-keys.ssh-keys-update.shows'],
      ['keeps what was deleted', 'lives', 'ssh-keys.ssh-keys-delete.gone'],
      ['leaves a property out', 'operations', 'schemas.items.shape'],
    ],
  ],
])('a server of %s', (name, collection, departures) => {
  let folder: `/${string}`
  beforeAll(async () => {
    folder = join(temporaryFolder(), 'own') as `/${string}`
    await runMain(['init', folder, '--openapi', fixture(name)])
    withoutSuite(folder)
  })

  async function judged(departure?: Departure, only = ''): Promise<Report> {
    const server = await serveCollection(collection, departure)
    try {
      return await judge({
        provider: folder,
        target: server.origin,
        runs: 1,
        only: only === '' ? [] : [`own/${only}`],
        allowHost: ['127.0.0.1'],
        ledger: temporaryFolder(),
        environment: { OWN_API_KEY: 'made-up' },
      })
    } finally {
      await server.close()
    }
  }

  it('that does what is described has no gap', async () => {
    const report = await judged()
    expect(gapsOf(report)).toEqual([])
    const conforming = report.clauses.filter(({ verdict }) => verdict === 'conforms')
    expect(conforming.length).toBeGreaterThan(report.clauses.length * 0.8)
  })

  it.each(departures)('that %s is found in %s, as %s', async (departure, only, clause) => {
    expect(gapsOf(await judged(departure, only))).toContain(`own.${clause}`)
  })
})
