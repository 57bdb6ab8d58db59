import { EventEmitter } from 'node:events'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { judge } from '../../api/judge.ts'
import { writeVitestReport } from '../../cli/write-vitest-report.ts'
import type { Report } from '../../model/report.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { runMain } from './run-main.ts'
import { freePort, served } from './served.ts'

const provider = 'acinq-strike'
const lied = 'acinq-strike.charges.list.size'
const cwd = process.cwd()
let folder = ''
let server: Awaited<ReturnType<typeof served>>

beforeAll(async () => {
  server = await served(provider, { lie: 'size-is-ignored' })
})
beforeEach(() => {
  folder = temporaryFolder()
  process.chdir(folder)
  const staging = { target: server.origin, providers: [provider], runs: 2, thresholds: { judged: 99 } }
  const values = { targets: { staging }, seed: 5, history: 'kept', failOn: 'new', report: 'told', formats: ['json'] }
  writeFileSync('assay.config.json', JSON.stringify(values))
})
afterAll(async () => {
  process.chdir(cwd)
  await server.close()
})

const kept = (): number => (existsSync('kept') ? readdirSync('kept').length : 0)

describe('judge reads the configuration as the command does', () => {
  it('with the target by its name, and settings over it', async () => {
    const first = await judge({ target: 'staging', only: [lied], seed: 7 })
    expect(first).toMatchObject({ target: 'url', targetName: 'staging', seed: 7, runs: 2, exitCode: 1 })
    expect(first.providers.map(({ name }) => name)).toEqual([provider])
    const second = await judge({ target: 'staging', only: [lied] })
    expect(second).toMatchObject({ seed: 5, exitCode: 0, history: { failOn: 'new' } })
    expect(kept()).toBe(2)
  })

  it('or not at all where it is told so, and says what is wrong with it where it is told nothing', async () => {
    await expect(judge({ target: 'staging', config: false })).rejects.toThrow(/The target "staging" is none of/)
    writeFileSync('assay.config.json', '{\n  "sed": 1\n}')
    await expect(judge({ provider })).rejects.toThrow(
      'assay.config.json, line 2: the configuration has no setting "sed".',
    )
  })
})

/** Passes a request through the proxy and stops it, as a user does with Ctrl-C. */
async function proxied(...words: readonly string[]) {
  const signals = new EventEmitter()
  const port = await freePort()
  const ended = runMain(['proxy', provider, '--port', String(port), ...words], {}, signals)
  const headers = { authorization: 'Basic c2tfdGVzdDo=' }
  let answer: Response | undefined
  while (answer === undefined)
    answer = await fetch(`http://127.0.0.1:${port}/api/v1/charges`, { headers }).catch(() => undefined)
  signals.emit('SIGINT')
  const { code, stdout, stderr } = await ended
  return { code, stdout, stderr, report: JSON.parse(readFileSync('told/report.json', 'utf8')) as Report }
}

describe('the proxy', () => {
  it('reads the configuration, keeps its runs, and compares them with those before', async () => {
    const first = await proxied('--to', 'staging')
    expect(first.report).toMatchObject({ target: 'proxy', targetName: 'staging', history: { failOn: 'new' } })
    expect(first.stdout).toContain('This is the first run of')
    const second = await proxied('--to', 'staging')
    expect(kept()).toBe(2)
    expect(second.report.history?.providers[0]).toMatchObject({ runs: 1 })
    expect(second.stdout).not.toContain('This is the first run of')
  })

  it('keeps nothing where it is told so, and asks for a target', async () => {
    const { report } = await proxied('--to', 'staging', '--no-history', '--fail-on', 'gaps')
    expect({ kept: kept(), history: report.history }).toEqual({ kept: 0, history: undefined })
    expect(await runMain(['proxy', provider])).toMatchObject({
      code: 2,
      stderr: 'assay: Name the target to forward to: --to emulator, live or a URL.\n',
    })
  })
})

describe('the report of vitest', () => {
  it('is written and compared as the configuration says, unless the reporter is told otherwise', async () => {
    const report = await judge({ target: 'staging', only: [lied], history: join(folder, 'other') })
    const written = await writeVitestReport(report, {})
    expect(written).toMatchObject({ folder: 'told', mistakes: [], report: { history: { failOn: 'new' } } })
    expect(readdirSync('told')).toEqual(['report.json'])
    expect(kept()).toBe(1)
    expect((await writeVitestReport(report, { folder: 'here', history: false })).folder).toBe('here')
    expect({ kept: kept(), there: existsSync('here/report.json') }).toEqual({ kept: 1, there: true })
  })

  it('is written also where the configuration cannot be read, which is told', async () => {
    const report = await judge({ target: 'staging', only: [lied] })
    writeFileSync('assay.config.json', '{')
    const { mistakes } = await writeVitestReport(report, { folder: 'here', history: false })
    expect(mistakes).toEqual([expect.stringMatching(/^assay\.config\.json, line 1: this is no JSON/)])
    expect(existsSync('here/report.json')).toBe(true)
  })
})
