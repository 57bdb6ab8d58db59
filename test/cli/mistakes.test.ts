import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../temporary-folder.ts'
import { runMain } from './run-main.ts'

const here = temporaryFolder()
const inHere = (name: string, text: string): string => {
  writeFileSync(join(here, name), text)
  return name
}
inHere('broken.json', '{"waivers": [')
inHere('foreign.json', '{"format": "something-else"}')
inHere(
  'shop.yaml',
  '{openapi: 3.1.0, info: {title: Shop, version: 1}, paths: {/a: {get: {responses: {200: {description: An a.}}}}}}',
)
inHere('plain.txt', 'a file, not a folder')
mkdirSync(join(here, 'a-folder'))
mkdirSync(join(here, 'held', 'report.json'), { recursive: true })
mkdirSync(join(here, 'left'))
inHere('left/run.jsonl', '{"provider":"stripe","target":"live","kind":"charge","id":"ch_1"}\n')

const occupant = createServer((_, to) => to.writeHead(404).end())
const cwd = process.cwd()
beforeAll(async () => {
  process.chdir(here)
  await new Promise<void>((resolve) => void occupant.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  process.chdir(cwd)
  await new Promise((resolve) => occupant.close(resolve))
})
const takenPort = (): string => String((occupant.address() as AddressInfo).port)

interface Mistake {
  readonly args: string | (() => string)
  readonly says: RegExp
  readonly env?: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>)
}

const mistakes: readonly Mistake[] = [
  { args: 'judge', says: /unknown command 'judge'/ },
  { args: 'runn', says: /Did you mean run\?/ },
  { args: 'run --sed 3', says: /unknown option '--sed'[\s\S]*Did you mean --seed\?/ },
  { args: 'run nobody', says: /There is no provider "nobody"; choose from stripe, / },
  { args: 'clauses nobody', says: /There is no provider "nobody"/ },
  { args: 'mutants nobody', says: /There is no provider "nobody"/ },
  { args: 'emulate nobody', says: /There is no provider "nobody"/ },
  { args: 'emulate', says: /missing required argument 'provider'/ },
  { args: 'run --seed many', says: /--seed <number>.*whole number from 0/ },
  { args: 'run --seed 2147483648', says: /whole number from 0 to 2147483647/ },
  { args: 'run --seed', says: /argument missing/ },
  { args: 'run --runs 0', says: /--runs <number>.*whole number from 1/ },
  { args: 'run --max-creations -1', says: /--max-creations <number>.*whole number from 0/ },
  { args: 'emulate stripe --port 65536', says: /--port <number>.*whole number from 0 to 65535/ },
  { args: 'emulate stripe --port 80a', says: /--port <number>.*whole number/ },
  { args: 'run --target nowhere.har', says: /none of emulator, live, a URL .* or a file that exists/ },
  { args: 'run --target ftp://127.0.0.1', says: /none of emulator, live, a URL/ },
  { args: 'run --target http://', says: /not a URL/ },
  { args: 'run --target http://me:secret@127.0.0.1', says: /holds credentials; put the key into the environment/ },
  { args: 'run --target http://127.0.0.1/?key=1', says: /a query or a fragment/ },
  { args: 'run stripe --waivers nowhere.json', says: /There is no waiver file nowhere\.json/ },
  { args: 'run stripe --waivers broken.json', says: /broken\.json is not readable JSON/ },
  { args: 'run stripe --waivers foreign.json', says: /foreign\.json cannot be used: / },
  { args: 'run stripe --waivers a-folder', says: /a-folder is not readable JSON/ },
  { args: 'run stripe --failed-from nowhere.json', says: /There is no report nowhere\.json/ },
  { args: 'run stripe --failed-from foreign.json', says: /foreign\.json is not a report of this version/ },
  { args: 'run stripe --failed-from broken.json', says: /broken\.json is not readable JSON/ },
  {
    args: 'run stripe --report plain.txt',
    says: /cannot be written to plain\.txt \(E[A-Z]+\); name another folder with --report/,
  },
  ...['run stripe', 'run stripe --target http://127.0.0.1:1', 'proxy stripe --to emulator'].flatMap((args) => [
    { args: `${args} --report held`, says: /cannot be written to held, where report\.json is a folder; name another/ },
    { args: `${args} --report /dev/full`, says: /The report cannot be written to \/dev\/full \(E[A-Z]+\)/ },
    { args: `${args} --record /dev/full`, says: /The recording cannot be written to \/dev\/full \(E[A-Z]+\)/ },
  ]),
  {
    args: 'run stripe --target http://127.0.0.1:1 --ledger /dev/full',
    says: /The ledger \/dev\/full cannot be written \(E[A-Z]+\)/,
  },
  ...['emulator', 'http://127.0.0.1:1'].map((to) => ({
    args: () => `proxy stripe --to ${to} --port ${takenPort()}`,
    says: /Port \d+ of 127\.0\.0\.1 cannot be opened \(EADDRINUSE\); choose another with --port/,
  })),
  { args: 'run stripe --record plain.txt/r.har', says: /cannot be written to plain\.txt\/r\.har/ },
  // on Linux, making a folder below /proc fails in a way of its own
  ...['/proc/nothing', 'plain.txt/nothing'].flatMap((place) => [
    { args: `run stripe --report ${place}`, says: /^assay: The report cannot be written to \S+ \(E\w+\)/ },
    { args: `run stripe --history ${place}`, says: /^assay: The run cannot be kept in \S+ \(E\w+\)/ },
    { args: `run stripe --record ${place}/r.har`, says: /^assay: The recording cannot be written to \S+ \(E\w+\)/ },
    {
      args: `run stripe --target http://127.0.0.1:1 --ledger ${place}`,
      says: /^assay: The ledger \S+ cannot be written \(E\w+\)/,
    },
    {
      args: `proxy stripe --to emulator --report ${place}`,
      says: /^assay: The report cannot be written to \S+ \(E\w+\)/,
    },
    { args: `init ${place} --openapi shop.yaml`, says: /^assay: The provider cannot be written to \S+ \(E\w+\)/ },
  ]),
  { args: 'init plain.txt --openapi shop.yaml', says: /^assay: plain\.txt is there already and is no empty folder/ },
  {
    args: 'run stripe --target http://127.0.0.1:1 --ledger plain.txt/l',
    says: /The ledger plain\.txt\/l cannot be written \(E[A-Z]+\); name another folder with --ledger/,
  },
  { args: 'run --only stripe/nothing/of-the-kind', says: /Nothing is selected by "stripe\/nothing\/of-the-kind"/ },
  { args: 'run strike --only Charges', says: /Nothing is selected by "Charges"/ },
  { args: 'run --dry-run --only nothing', says: /Nothing is selected by "nothing"/ },
  { args: 'mutants acinq-strike --only nothing', says: /No mutant has an id that begins with nothing/ },
  { args: 'run stripe --base-url http://127.0.0.1', says: /--base-url is for recordings/ },
  { args: 'run plain --target plain.txt', says: /There is no provider "plain"/ },
  { args: 'run stripe --target plain.txt', says: /plain\.txt/ },
  { args: 'run stripe --target a-folder', says: /a-folder/ },
  { args: 'run stripe --target plain.txt --only x', says: /judged as a whole; leave --only and --failed-from out/ },
  { args: 'diff plain.txt plain.txt', says: /The report or record plain\.txt is not readable JSON/ },
  { args: 'diff nothing.json plain.txt', says: /There is no report or record nothing\.json/ },
  { args: 'diff foreign.json foreign.json', says: /foreign\.json is neither a report nor the record of a run/ },
  { args: 'history --history nowhere', says: /There are no runs in nowhere/ },
  { args: 'waive nothing.json', says: /required option '--owner/ },
  {
    args: 'waive nothing.json --owner me --reason why --expires 2999-02-30',
    says: /Give a date such as 2027-01-31/,
  },
  { args: 'waive nothing.json --owner me --reason why --expires 2020-01-01', says: /This date is in the past/ },
  { args: 'waive nothing.json --owner me --reason why --expires 2999-12-31', says: /There is no report nothing\.json/ },
  { args: 'run stripe --history plain.txt', says: /The run cannot be kept in plain\.txt \(EEXIST\); name another/ },
  { args: 'run stripe --baseline nothing.json', says: /There is no report or record nothing\.json/ },
  {
    args: 'run stripe --no-history --fail-on new',
    says: /What is new can only be told against a history or a baseline/,
  },
  { args: 'run stripe --fail-on everything', says: /Allowed choices are gaps, new/ },
  { args: 'cleanup', says: /Name the target of the interrupted run: --target live or --target URL/ },
  { args: 'emulate stripe --fault rain', says: /stripe has no fault "rain"; it has / },
  {
    args: () => `emulate stripe --port ${takenPort()}`,
    says: /Port \d+ of 127\.0\.0\.1 cannot be opened: it is already in use/,
  },
  { args: 'emulate stripe --host nowhere.invalid', says: /cannot be opened/ },
  {
    args: 'emulate stripe --ca plain.txt/ca.pem',
    says: /certificate authority cannot be written to plain\.txt\/ca\.pem/,
  },
  {
    args: 'run stripe --target live',
    env: { STRIPE_TEST_KEY: 'sk_live_123456789' },
    says: /STRIPE_TEST_KEY holds a production key/,
  },
  {
    args: 'run stripe --target http://127.0.0.1:1',
    env: { STRIPE_TEST_KEY: 'sk_live_123456789' },
    says: /STRIPE_TEST_KEY holds a production key/,
  },
  ...[
    ['hooks.example', /ASSAY_WEBHOOK_URL is not an address that begins with https:/],
    ['ftp://hooks.example', /ASSAY_WEBHOOK_URL is not an address that begins with https:/],
    ['https://', /ASSAY_WEBHOOK_URL is not an address that begins with https:/],
    ['https://me:NEVERTOLD@hooks.example', /ASSAY_WEBHOOK_URL holds credentials, a query or a fragment/],
    ['https://hooks.example/?key=NEVERTOLD', /ASSAY_WEBHOOK_URL holds credentials, a query or a fragment/],
    ['http://hooks.example', /ASSAY_WEBHOOK_URL has to begin with https:/],
    ['http://127.0.0.1:8788', /ASSAY_WEBHOOK_URL has to begin with https:.* is for --emulated/],
  ].flatMap(([url, says]) =>
    [
      'run strike --target http://127.0.0.1:1',
      'run strike --target live',
      'run --target http://127.0.0.1:1 --dry-run',
    ].map((args) => ({
      args,
      env: { STRIKE_API_KEY: 'k', ASSAY_WEBHOOK_URL: url as string },
      says: says as RegExp,
    })),
  ),
  {
    args: 'run strike --target http://127.0.0.1:1 --emulated',
    env: { ASSAY_WEBHOOK_URL: 'http://hooks.example' },
    says: /ASSAY_WEBHOOK_URL has to begin with https:/,
  },
  {
    args: 'run strike --target http://127.0.0.1:1',
    env: { ASSAY_WEBHOOK_URL: 'https://hooks.example', ASSAY_WEBHOOK_PORT: '87880' },
    says: /ASSAY_WEBHOOK_PORT is not a port; give a whole number from 0 to 65535/,
  },
  {
    args: 'run strike --target http://127.0.0.1:1',
    env: () => ({ ASSAY_WEBHOOK_URL: 'https://hooks.example', ASSAY_WEBHOOK_PORT: takenPort() }),
    says: /^assay: Port \d+ for webhooks is in use; set ASSAY_WEBHOOK_PORT to a free one\.$/m,
  },
  { args: 'run strike --emulated', says: /--emulated is for an emulator that is served at a URL/ },
  { args: 'run strike --target live --emulated', says: /--emulated is for an emulator that is served at a URL/ },
  { args: 'run strike --target http://127.0.0.1:1 --emulated --dry-run', says: /leave it or --dry-run out/ },
  {
    args: () => `run strike --target http://127.0.0.1:${takenPort()} --emulated`,
    says: /The server has no control interface as emulators have; leave --emulated out/,
  },
  ...[
    ['STRIPE_TEST_KEY', 'run stripe --target http://127.0.0.1:1'],
    ['STRIPE_TEST_KEY', 'run stripe --target live'],
    ['STRIPE_TEST_KEY', 'cleanup stripe --target live --ledger left'],
    ['STRIPE_SECOND_TEST_KEY', 'run stripe --target http://127.0.0.1:1'],
    ['STRIPE_API_MODEL_TOKEN', 'run stripe-api-model --target http://127.0.0.1:1'],
  ].map(([variable = '', args = '']) => ({
    args,
    env: { STRIPE_TEST_KEY: 'sk_test_first', [variable]: 'sk_test_HIDDEN\nNEVERTOLD' },
    says: new RegExp(`^assay: ${variable} holds a space, a line break or another character that no key has`),
  })),
  {
    args: 'run stripe --target live',
    env: { STRIPE_TEST_KEY: 'sk_test_…NEVERTOLD' },
    says: /^assay: STRIPE_TEST_KEY holds a space, a line break or another character/,
  },
  {
    args: 'run strike --target live',
    env: { STRIKE_API_KEY: 'k', STRIKE_API_ORIGIN: 'https://api.strike.me' },
    says: /api\.strike\.me is a production host of Strike; .*--allow-production/,
  },
  { args: 'run stripe --target live', says: /^assay: STRIPE_TEST_KEY is not set; put a sandbox key into \.env/ },
  {
    args: 'run --target live',
    says: /^assay: None of STRIPE_TEST_KEY, STRADDLE_API_KEY, STRIKE_API_KEY is set; put a sandbox key into \.env/,
  },
  {
    args: 'run straddle --target live',
    env: { STRADDLE_API_KEY: 'k', STRADDLE_BASE_URL: 'https://foreign.example' },
    says: /not a sandbox host of Straddle; add --allow-host foreign\.example/,
  },
]

describe('a mistake is told in a sentence, with exit code 2', () => {
  it.each(mistakes)('$args', async ({ args, says, env = {} }) => {
    const line = typeof args === 'string' ? args : args()
    const { code, stderr, stdout } = await runMain(line.split(' '), typeof env === 'function' ? env() : env)
    expect(stderr).toMatch(says)
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(3)
    expect(stderr).not.toMatch(/\n\s+at |node:internal|a fault of ours/)
    expect(stderr).not.toMatch(/HIDDEN|NEVERTOLD/)
    expect(stdout).toBe('')
    expect(code).toBe(2)
  })

  it('nothing at all gets help', async () => {
    const { code, stderr } = await runMain([])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^Usage: assay/)
  })
})
