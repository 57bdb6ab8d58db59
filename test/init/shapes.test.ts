import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { judge } from '../../api/index.ts'
import type { Report } from '../../api/index.ts'
import { projectRoot } from '../../schemas/project-root.ts'
import { runMain } from '../cli/run-main.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import type { Served } from './served.ts'
import { serveLedger } from './shapes/ledger.ts'
import type { Departure as OfLedger } from './shapes/ledger.ts'
import { serveTickets } from './shapes/tickets.ts'
import type { Departure as OfTickets } from './shapes/tickets.ts'
import { serveWallet } from './shapes/wallet.ts'
import type { Departure as OfWallet } from './shapes/wallet.ts'
import { withoutSuite } from './without-suite.ts'

interface Shape {
  readonly file: string
  readonly base: string
  readonly serve: (departure?: string) => Promise<Served>
  /** How a command with curl carries the key. */
  readonly carried: string
  readonly notes: readonly string[]
  /** Clauses that nothing shows on a server that keeps all. */
  readonly open: readonly string[]
  readonly departures: readonly (readonly [departure: string, clause: string, only: string])[]
}

const shapes: readonly Shape[] = [
  {
    file: 'ledger.yaml',
    base: '/api',
    carried: `api_key='"$AUTHORIZATION"`,
    serve: (departure) => serveLedger(departure as OfLedger | undefined),
    notes: ['operations with a body that is neither JSON nor a form are left out: putLogo (image/png).'],
    open: [],
    departures: [
      ['answers faulty pages', 'accounts.list-accounts.parameters', 'parameters'],
      ['ignores the kind', 'accounts.list-accounts.filters', 'matrix/lists'],
      ['opens twice', 'keys.requests.once', 'matrix/keys'],
      ['replaces by PATCH', 'accounts.change-account.keeps', 'matrix/keeps'],
      ['shows no total', 'schemas.list-accounts-200.shape', 'operations'],
    ] satisfies readonly (readonly [OfLedger, string, string])[],
  },
  {
    file: 'tickets.json',
    base: '/v2',
    carried: '-H "Authorization: $AUTHORIZATION"',
    serve: (departure) => serveTickets(departure as OfTickets | undefined),
    notes: [
      'operations with a body that is neither JSON nor a form are left out: upload (application/octet-stream).',
      'servers without a host are left out; --target has to name the whole address, with this path: /v2.',
    ],
    open: [
      // an export that is begun need not be done
      'exports.get-export.answers',
      'exports.get-export.reads-back',
      'schemas.get-export-200.shape',
    ],
    departures: [
      ['forgets the holder', 'tickets.sell-ticket.shows', 'matrix/echoes'],
      ['ignores the city', 'events.list-events.filters', 'matrix/lists'],
      ['keeps void tickets', 'tickets.void-ticket.gone', 'lives'],
      ['replaces half', 'events.replace-event.shows', 'matrix/echoes'],
      ['says kind is seat', 'schemas.ticket.shape', 'operations'],
      ['sells for nothing', 'tickets.sell-ticket.limits', 'bodies'],
    ] satisfies readonly (readonly [OfTickets, string, string])[],
  },
  {
    file: 'wallet.yaml',
    base: '',
    carried: '-H "cookie: sid=$AUTHORIZATION"',
    serve: (departure) => serveWallet(departure as OfWallet | undefined),
    notes: [
      'operations without an operationId are called by method and path: getV7WalletsWalletNoEntries, postV7WalletsWalletNoEntries, getV7WalletsWalletNoEntriesEntryNo and 3 more.',
      'formats that are not known are not judged: decimal.',
    ],
    open: [
      'entries.delete-v7-wallets-wallet-no-entries-entry-no.gone',
      'schemas.delete-v7-wallets-wallet-no-entries-entry-no-409.shape',
    ],
    departures: [
      ['answers whole lists', 'entries.get-v7-wallets-wallet-no-entries.pages', 'matrix/lists'],
      ['cuts memos off', 'entries.post-v7-wallets-wallet-no-entries.shows', 'matrix/echoes'],
      ['forgets the session', 'wallets.post-v7-wallets.authentication', 'authentication'],
      ['knows every entry', 'entries.get-v7-wallets-wallet-no-entries-entry-no.unknown', 'unknown-ids'],
      ['lists nothing', 'entries.get-v7-wallets-wallet-no-entries.lists', 'matrix/lists'],
      ['takes any cents', 'entries.post-v7-wallets-wallet-no-entries.limits', 'bodies'],
    ] satisfies readonly (readonly [OfWallet, string, string])[],
  },
]

const gapsOf = ({ clauses }: Report): readonly string[] =>
  clauses.filter(({ verdict }) => verdict === 'gap' || verdict === 'broken').map(({ id }) => id)

describe.each(shapes)('$file', ({ file, base, serve, carried, notes, open: expected, departures }) => {
  let folder: `/${string}`
  let said: readonly string[]
  beforeAll(async () => {
    folder = join(temporaryFolder(), 'own') as `/${string}`
    const { stdout } = await runMain(['init', folder, '--openapi', join(projectRoot, 'test/init/shapes', file)])
    said = stdout.split('\n').filter((line) => line.startsWith('Not understood: '))
    withoutSuite(folder)
  })

  async function judged(departure?: string, only = ''): Promise<Report> {
    const server = await serve(departure)
    try {
      return await judge({
        provider: folder,
        target: `${server.origin}${base}`,
        runs: 2,
        only: only === '' ? [] : [`own/${only}`],
        allowHost: ['127.0.0.1'],
        ledger: temporaryFolder(),
        environment: { OWN_API_KEY: 'made-up' },
      })
    } finally {
      await server.close()
    }
  }

  it('becomes a provider, and what was not understood is said', () => {
    expect(said.map((line) => line.replace('Not understood: ', ''))).toEqual(notes)
  })

  it('has no gap where it is kept', async () => {
    const report = await judged()
    expect(gapsOf(report)).toEqual([])
    const open = report.clauses.filter(({ verdict }) => verdict !== 'conforms').map(({ id }) => id)
    expect(open.map((id) => id.replace('own.', ''))).toEqual(expected)
  })

  it('shows a gap again by a command that carries the key where the description says', async () => {
    const [[departure, clause, only] = ['', '', '']] = departures
    const report = await judged(departure, only)
    const gap = report.clauses.find(({ id }) => id === `own.${clause}`)
    expect(gap?.findings[0]?.curl).toContain(carried)
  })

  it.each(departures)('a server that %s has a gap of %s', async (departure, clause, only) => {
    expect(gapsOf(await judged(departure, only))).toContain(`own.${clause}`)
  })
})

it('a refusal for reasons that nobody told is no gap, also where checks stand on the request', async () => {
  const folder = join(temporaryFolder(), 'own') as `/${string}`
  await runMain(['init', folder, '--openapi', join(projectRoot, 'test/init/shapes/ledger.yaml')])
  withoutSuite(folder)
  const server = await serveLedger('opens no account today')
  try {
    const report = await judge({
      provider: folder,
      target: `${server.origin}/api`,
      runs: 1,
      allowHost: ['127.0.0.1'],
      ledger: temporaryFolder(),
      environment: { OWN_API_KEY: 'made-up' },
    })
    expect(gapsOf(report)).toEqual([])
    const refused = report.clauses.find(({ id }) => id === 'own.accounts.change-account.keeps')
    expect(refused).toMatchObject({ verdict: 'unobservable', reason: 'POST /accounts answered 402' })
  } finally {
    await server.close()
  }
})
