import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { serve } from '../../../emulator/server.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { emulate, start } from './account.ts'

const run = promisify(execFile)
const python = process.env['PYSTRIKE_PYTHON'] ?? 'python3'
const session = fileURLToPath(new URL('pystrike-session.py', import.meta.url))

const hasPystrike = await run(python, ['-c', 'import pystrike.charge']).then(
  () => true,
  () => false,
)

interface Seen {
  readonly created: Readonly<Record<string, unknown>>
  readonly [name: string]: unknown
}

async function talk(): Promise<Seen> {
  const folder = temporaryFolder()
  const server = await serve(emulate(), { port: 0, tls: true })
  try {
    const authority = join(folder, 'authority.pem')
    await writeFile(authority, server.certificateAuthority ?? '')
    const { stdout } = await run(python, [session], {
      env: {
        PATH: process.env['PATH'],
        SSL_CERT_FILE: authority,
        STRIKE_TESTNET_HOST: `localhost:${server.port}`,
        STRIKE_TESTNET_API_KEY: 'sk_pystrike',
      },
    })
    return JSON.parse(stdout) as Seen
  } finally {
    await server.close()
  }
}

it('serves pystrike over TLS with SSL_CERT_FILE alone', async (context) => {
  context.skip(!hasPystrike, `${python} cannot import pystrike: pip install pystrike, or set PYSTRIKE_PYTHON`)
  const { created, ...seen } = await talk()
  expect(created).toMatchObject({
    id: expect.stringMatching(/^ch_/u) as string,
    amount: 42_000,
    currency: 'btc',
    amount_satoshi: 42_000,
    payment_request: expect.stringMatching(/^lntb/u) as string,
    description: 'Café 100%20 & more',
    paid: false,
    created: start,
  })
  expect(seen).toMatchObject({
    retrieved: created,
    paid: { ...created, paid: true },
    bare: { amount: 1, description: '', paid: false },
    unknown: 'ChargeNotFoundException',
    currency: 'ClientRequestException',
    key: 'ClientRequestException',
  })
})
