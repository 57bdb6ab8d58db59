import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, rmSync } from 'node:fs'
import { test } from 'node:test'
import { judge } from 'assay'

const environment = { ...process.env, ACME_API_KEY: 'test-key', PORT: '0' }
let server
let target

async function serve(...flags) {
  server?.kill()
  if (server !== undefined) await once(server, 'exit')
  server = spawn(process.execPath, ['server.mjs', ...flags], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(server.stdout, 'data')
  target = String(line).trim()
}

const assay = (...args) => spawnSync('npx', ['--no-install', 'assay', ...args], { env: environment, encoding: 'utf8' })
const run = () => assay('run', './acme', '--target', target, '--allow-host', 'localhost')

await test('a provider is made of the description, and the server keeps what it promises', async () => {
  rmSync('acme', { recursive: true, force: true })
  assert.match(assay('init', 'acme', '--openapi', 'acme.yaml').stdout, /acme: 3 operations/)
  await serve()
  const { status, stdout } = run()
  assert.match(stdout, /conforms \(exit 0\)/)
  assert.equal(status, 0)
})

await test('a clause written by hand finds what the description does not say', async () => {
  cpSync('own/refunds.json', 'acme/clauses/refunds.json')
  cpSync('own/suite.ts', 'acme/suite.ts')
  const { status, stdout } = run()
  assert.match(stdout, /acme\.payments\.refunds\.once/)
  assert.equal(status, 1)
})

await test('the function judges as the command does, and remembers the run', async () => {
  await serve('--refunds-once')
  const { exitCode, providers } = await judge({
    provider: './acme',
    target,
    environment,
    allowHost: ['localhost'],
    history: '.assay/history',
  })
  assert.equal(exitCode, 0)
  assert.equal(providers[0].title, 'Acme Payments')
})

// a server that is left running would keep the process alive
server?.kill()
