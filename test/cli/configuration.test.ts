import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Report } from '../../model/report.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { runMain } from './run-main.ts'
import { deadOrigin, served } from './served.ts'

const lied = 'acinq-strike.charges.list.size'
const cwd = process.cwd()
let folder = ''

beforeEach(() => {
  folder = temporaryFolder()
  process.chdir(folder)
})
afterAll(() => process.chdir(cwd))

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text)
const asJson = (value: unknown): void => write('assay.config.json', JSON.stringify(value, null, 2))
const reported = (place: string): Report =>
  JSON.parse(readFileSync(join(folder, place, 'report.json'), 'utf8')) as Report

describe('assay.config', () => {
  let server: Awaited<ReturnType<typeof served>>
  beforeAll(async () => {
    server = await served('acinq-strike', { lie: 'size-is-ignored' })
  })
  afterAll(() => server.close())

  it.each(['json', 'ts'])('in %s names a target and how it is judged; flags win', async (ending) => {
    const target = {
      target: server.origin,
      providers: ['acinq-strike'],
      report: 'told/staging',
      waivers: 'known.json',
      runs: 2,
    }
    const values = { targets: { staging: target }, history: 'kept', formats: ['json'], seed: 5, report: 'told' }
    if (ending === 'json') asJson(values)
    else write('assay.config.ts', `interface Never {}\nexport default ${JSON.stringify(values)} satisfies object`)
    const waiver = { clause: lied, target: 'url', reason: 'known', owner: 'us', expires: '2999-12-31' }
    write('known.json', JSON.stringify({ waivers: [waiver] }))
    const only = ['--only', lied]
    // the helper of the tests adds --no-history where no flag names a folder
    const ended = await runMain(['run', '--target', 'staging', ...only, '--seed', '7', '--history', 'elsewhere'])
    expect(ended.code).toBe(0)
    const report = reported('told/staging')
    expect(report).toMatchObject({ target: 'url', targetName: 'staging', seed: 7, runs: 2, only: [lied] })
    expect(report.providers.map(({ name }) => name)).toEqual(['acinq-strike'])
    expect(report.clauses.find(({ id }) => id === lied)?.severity).toBe('waived')
    expect(['told/staging/report.html', 'elsewhere', 'kept'].map((path) => existsSync(join(folder, path)))).toEqual([
      false,
      true,
      false,
    ])
  })

  it('asks that enough be judged', async () => {
    const origin = server.origin
    asJson({
      target: 'mock',
      targets: { mock: { target: origin, waivers: 'w.json' } },
      thresholds: { judged: 99 },
      formats: ['json'],
    })
    const waiver = { clause: lied, target: 'url', reason: 'known', owner: 'us', expires: '2999-12-31' }
    write('w.json', JSON.stringify({ waivers: [waiver] }))
    const ended = await runMain(['run', 'acinq-strike'])
    expect(ended.code).toBe(3)
    expect(ended.stdout).toMatch(
      /^NOT JUDGED\s+Too little could be judged: \d+\.\d % of the clauses of ACINQ's Strike, where 99 % are/,
    )
    expect(reported('report').shortfalls).toMatchObject([{ provider: 'acinq-strike', least: 99 }])
  })

  it('is read from a file that is named, whose folder its paths start from', async () => {
    mkdirSync(join(folder, 'ci'))
    write('ci/nightly.json', JSON.stringify({ report: 'out', formats: ['json'], providers: ['acinq-strike'] }))
    const target = ['--target', await deadOrigin()]
    expect((await runMain(['run', '--config', 'ci/nightly.json', ...target])).code).toBe(3)
    expect(existsSync(join(folder, 'ci/out/report.json'))).toBe(true)
  })
})

describe('a mistake in it is one sentence with the line', () => {
  it.each([
    ['{\n  "seed": 1,\n  "sead": 2\n}', /assay\.config\.json, line 3: the configuration has no setting "sead"\.$/],
    ['{\n  "seed": 1,\n}', /assay\.config\.json, line 3: this is no JSON: /],
    ['{\n  "seed": 1', /assay\.config\.json, line 2: this is no JSON: /],
    ['[]', /assay\.config\.json, line 1: the configuration must be object\.$/],
    [
      '{\n  "targets": {\n    "a": {\n      "target": "live",\n      "breadth": "wide"\n    }\n  }\n}',
      /line 5: targets\.a\.breadth is none of one, resource, all\.$/,
    ],
    ['{\n  "targets": {\n    "a": {\n      "runs": 1\n    }\n  }\n}', /line 3: targets\.a has no "target"\.$/],
    ['{\n  "targets": {\n    "live": { "target": "live" }\n  }\n}', /line 3: "live" cannot be the name of a target\.$/],
    ['{\n  "formats": [\n    "json",\n    "pdf"\n  ]\n}', /line 4: formats\.1 is none of json, html, /],
    ['{\n  "history": true\n}', /line 2: history is neither a folder nor false\.$/],
  ])('%s', async (text, says) => {
    write('assay.config.json', text)
    const { code, stderr, stdout } = await runMain(['run', 'acinq-strike'])
    expect(stderr.trim()).toMatch(says)
    expect({ code, stdout, lines: stderr.trim().split('\n').length }).toEqual({ code: 2, stdout: '', lines: 1 })
  })

  it.each([
    [
      'export default {\n  targets: {\n    staging: {\n      target: "live",\n      runs: "many",\n    },\n  },\n}\n',
      /assay\.config\.ts, line 5: targets\.staging\.runs must be integer\.$/,
    ],
    ['export const config = {}\n', /assay\.config\.ts has no default export; write export default defineConfig\(/],
    ['throw new Error("no")\n', /assay\.config\.ts, line 1: it cannot be loaded: no$/],
  ])('%s', async (text, says) => {
    write('assay.config.ts', text)
    const { code, stderr } = await runMain(['run', 'acinq-strike'])
    expect(stderr.trim()).toMatch(says)
    expect(code).toBe(2)
  })

  it('of two files, or of a target that it does not have', async () => {
    asJson({ targets: { staging: { target: 'live' } } })
    expect((await runMain(['run', '--target', 'stagin'])).stderr).toMatch(
      /The target "stagin" is none of emulator, live, staging, a URL/,
    )
    write('assay.config.ts', 'export default {}')
    expect((await runMain(['run'])).stderr).toMatch(
      /There are two configurations, assay\.config\.ts and assay\.config\.json; keep one/,
    )
  })
})
