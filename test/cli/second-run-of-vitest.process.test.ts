import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Change, Report } from '../../model/report.ts'
import { projectRoot } from '../../schemas/project-root.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { runMain } from './run-main.ts'
import { served } from './served.ts'

const provider = 'acinq-strike'
const folder = temporaryFolder()
const history = join(folder, 'history')
const blobs = join(folder, 'blobs')
mkdirSync(blobs)

/** Ends with the exit code of vitest, with nothing in the environment but what is given. */
function vitest(words: readonly string[], env: Readonly<Record<string, string>>): Promise<unknown> {
  const child = spawn(process.execPath, [join(projectRoot, 'node_modules/vitest/vitest.mjs'), ...words], {
    cwd: projectRoot,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: 'ignore',
  })
  return new Promise((resolve) => child.on('close', resolve))
}

const changed = ({ clauses }: Report, change: Change): readonly string[] =>
  clauses.filter(({ past }) => past?.change === change).map(({ id }) => id)

it('blobs of vitest, merged, are compared with what the command kept, and kept in turn', async () => {
  const before = await served(provider, { lie: 'fractions-are-cut' })
  const places = ['--report', join(folder, 'first'), '--ledger', join(folder, 'ledger'), '--history', history]
  expect((await runMain(['run', provider, '--target', before.origin, ...places])).code).toBe(1)
  await before.close()

  const after = await served(provider, { lie: 'size-is-ignored' })
  const blob = ['--reporter=blob', `--outputFile.blob=${join(blobs, 'blob-1.json')}`]
  const words = ['run', '--project', 'conformance', `suites/${provider}/`, ...blob]
  expect(await vitest(words, { ASSAY_TARGET: after.origin, ASSAY_HISTORY: history })).toBe(1)
  await after.close()
  expect(readdirSync(history)).toHaveLength(1)

  const merging = { ASSAY_REPORT: join(folder, 'second'), ASSAY_HISTORY: history }
  expect(await vitest(['--merge-reports', blobs], merging)).toBe(1)
  const report = JSON.parse(readFileSync(join(folder, 'second', 'report.json'), 'utf8')) as Report
  expect(changed(report, 'new')).toEqual(['acinq-strike.charges.list.size'])
  expect(changed(report, 'mended')).toContain('acinq-strike.charges.create.amount-integer')
  expect([...changed(report, 'unjudged'), ...changed(report, 'standing')]).toEqual([])
  expect(readFileSync(join(folder, 'second', 'summary.md'), 'utf8')).toMatch(/^- ✗ \*\*new\*\* .*list\.size/m)
  expect(readdirSync(history)).toHaveLength(2)
})
