import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emulated } from '../../emulated.ts'
import { loadContract } from '../../../contracts/load.ts'
import type { Environment } from '../../../cli/io.ts'
import { runMain } from '../../cli/run-main.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { allFiles } from './all-files.ts'
import { serveEchoing } from './echoing-run.ts'
import { environmentKey, formed, hits } from './planted.ts'

/** All that a command says, whatever it ends with. */
async function said(argv: readonly string[], environment: Environment): Promise<string> {
  const { stdout, stderr } = await runMain(argv, environment)
  return `${stdout}\n${stderr}`
}

const one = <T>(values: fc.Arbitrary<T>, seed: number): T => fc.sample(values, { seed, numRuns: 1 })[0] as T

describe.each(emulated.map((provider, index) => [provider.name, provider, index] as const))(
  'a server of %s that repeats the key',
  (_, provider, index) => {
    const key = `${provider.authentication.keyPrefix}${one(environmentKey, index).replaceAll(/[^A-Za-z0-9]/g, 'z')}`
    const planted = fc.sample(formed, { seed: index, numRuns: 12 }).map(({ value }) => value)
    const environment = { [provider.live.keyVariable]: key }
    const told = [key, ...planted]

    it('is told on in no output of a run: terminal, report in every format, events, bundle, recording, ledger', async () => {
      const server = await serveEchoing(loadContract(provider), planted.join(' '))
      const folder = temporaryFolder()
      const place = (name: string): string => join(folder, name)
      const limits = ['--allow-host', 'localhost', '--runs', '1', '--max-requests', '150', '--timeout', '5']
      const kept = ['--report', place('report'), '--record', place('run.har'), '--ledger', place('ledger')]
      const shown = await said(['run', provider.name, '--target', server.origin, ...limits, ...kept], environment)
      const again = await said(
        ['run', provider.name, '--target', place('run.har'), '--report', place('again')],
        environment,
      )
      // what goes to somebody else's desk is made of the report, and holds no more than it
      const bundled = await said(
        ['bundle', join(place('report'), 'report.json'), '1', '--out', place('bundle')],
        environment,
      )
      await server.close()
      expect(readdirSync(folder)).toEqual(expect.arrayContaining(['again', 'bundle', 'report', 'run.har']))
      expect(shown).toContain('gap')
      expect(hits(`${shown}\n${again}\n${bundled}\n${allFiles(folder)}`, told)).toEqual([])
    })
  },
)
