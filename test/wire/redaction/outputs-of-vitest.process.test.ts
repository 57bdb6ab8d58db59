import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { providers } from '../../../contracts/index.ts'
import { loadContract } from '../../../contracts/load.ts'
import { projectRoot } from '../../../schemas/project-root.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { allFiles } from './all-files.ts'
import { serveEchoing } from './echoing-run.ts'
import { formed, hits } from './planted.ts'

const execute = promisify(execFile)

/** All that vitest says of a provider's checks, whatever it ends with. */
async function said(words: readonly string[], environment: Readonly<Record<string, string>>): Promise<string> {
  const program = join(projectRoot, 'node_modules/vitest/vitest.mjs')
  const options = { cwd: projectRoot, env: { ...process.env, ...environment }, maxBuffer: 256_000_000 }
  const { stdout, stderr } = await execute(process.execPath, [program, ...words], options).catch(
    (thrown: unknown) => thrown as { readonly stdout: string; readonly stderr: string },
  )
  return `${stdout}\n${stderr}`
}

it('is told on in no output of vitest, its own diffs included', async () => {
  const provider = providers.at(-1) as (typeof providers)[number]
  const key = `${provider.authentication.keyPrefix}${'Qz7'.repeat(8)}`
  const planted = fc.sample(formed, { seed: 99, numRuns: 12 }).map(({ value }) => value)
  const server = await serveEchoing(loadContract(provider), planted.join(' '))
  const folder = temporaryFolder()
  const words = [
    'run',
    '--project',
    'conformance',
    `suites/${provider.name}/conformance.test.ts`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(folder, 'vitest.json')}`,
  ]
  const shown = await said(words, {
    ASSAY_TARGET: server.origin,
    ASSAY_ALLOW_HOST: 'localhost',
    ASSAY_RUNS: '1',
    [provider.live.keyVariable]: key,
  })
  await server.close()
  expect(shown).toContain('AssertionError')
  expect(hits(`${shown}\n${allFiles(folder)}`, [key, ...planted])).toEqual([])
})
