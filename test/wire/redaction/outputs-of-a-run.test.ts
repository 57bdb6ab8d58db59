import { execFile } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { providers } from '../../../contracts/index.ts'
import { loadContract } from '../../../contracts/load.ts'
import { projectRoot } from '../../../schemas/project-root.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { serveEchoing } from './echoing-run.ts'
import { environmentKey, formed, hits } from './planted.ts'

const execute = promisify(execFile)

interface Ended {
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command to its end, whatever it ends with. */
async function ended(
  command: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const options = { cwd: projectRoot, env: { ...process.env, ...environment }, maxBuffer: 256_000_000 }
  const { stdout, stderr } = await execute(command, words, options).catch((thrown: unknown) => thrown as Ended)
  return `${stdout}\n${stderr}`
}

const one = <T>(values: fc.Arbitrary<T>, seed: number): T => fc.sample(values, { seed, numRuns: 1 })[0] as T
const allFiles = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')

describe.each(providers.map((provider, index) => [provider.name, provider, index] as const))(
  'a server of %s that repeats the key',
  (_, provider, index) => {
    const key = `${provider.authentication.keyPrefix}${one(environmentKey, index).replaceAll(/[^A-Za-z0-9]/g, 'z')}`
    const planted = fc.sample(formed, { seed: index, numRuns: 12 }).map(({ value }) => value)
    const environment = { [provider.live.keyVariable]: key }
    const told = [key, ...planted]

    it('is told on in no output of a run: terminal, report, recording, ledger', async () => {
      const server = await serveEchoing(loadContract(provider), planted.join(' '))
      const folder = temporaryFolder()
      const place = (name: string): string => join(folder, name)
      const shown = await ended(
        'npx',
        [
          'tsx',
          'cli/main.ts',
          'run',
          provider.name,
          '--target',
          server.origin,
          '--runs',
          '1',
          '--max-requests',
          '150',
          '--timeout',
          '5',
          '--report',
          place('report'),
          '--record',
          place('run.har'),
          '--ledger',
          place('ledger'),
        ],
        environment,
      )
      const again = await ended(
        'npx',
        ['tsx', 'cli/main.ts', 'run', provider.name, '--target', place('run.har'), '--report', place('again')],
        environment,
      )
      await server.close()
      expect(readdirSync(folder)).toEqual(expect.arrayContaining(['again', 'report', 'run.har']))
      expect(shown).toContain('gap')
      expect(hits(`${shown}\n${again}\n${allFiles(folder)}`, told)).toEqual([])
    })
  },
)

it('is told on in no output of vitest, its own diffs included', async () => {
  const provider = providers.at(-1) as (typeof providers)[number]
  const key = `${provider.authentication.keyPrefix}${'Qz7'.repeat(8)}`
  const planted = fc.sample(formed, { seed: 99, numRuns: 12 }).map(({ value }) => value)
  const server = await serveEchoing(loadContract(provider), planted.join(' '))
  const folder = temporaryFolder()
  const words = [
    'vitest',
    'run',
    '--project',
    'conformance',
    `suites/${provider.name}/conformance.test.ts`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(folder, 'vitest.json')}`,
  ]
  const shown = await ended('npx', words, {
    ASSAY_TARGET: server.origin,
    ASSAY_RUNS: '1',
    [provider.live.keyVariable]: key,
  })
  await server.close()
  expect(shown).toContain('AssertionError')
  expect(hits(`${shown}\n${allFiles(folder)}`, [key, ...planted])).toEqual([])
})
