import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../model/report.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { reportIn, runMain } from './run-main.ts'
import { linesOf, watched } from './watched.ts'
import { eventually } from '../eventually.ts'
import { startCli } from './spawn-cli.ts'

/** Starts a run, one request at a time so that the order of removals is the order of requests, and waits until it has made a number of things. */
async function startedRun(provider: string, origin: string, many: number) {
  const cwd = temporaryFolder()
  const ledger = join(cwd, '.assay')
  const running = startCli(['run', provider, '--target', origin, '--seed', '3', '--concurrency', '1'], { cwd })
  await eventually(() => (linesOf(ledger).length >= many ? true : undefined))
  return { ...running, cwd, ledger }
}

describe.each(['stripe', 'strike'])('what a run makes on a server of %s', (provider) => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'is removed in reverse order after %s in the middle, and the report is partial',
    async (signal) => {
      const { server, removed } = await watched(provider)
      try {
        const { child, ended, cwd, ledger } = await startedRun(provider, server.origin, 8)
        child.kill(signal)
        const stoppedAt = Date.now()
        const made = linesOf(ledger)
          .filter(({ removedBy }) => removedBy !== undefined)
          .map(({ id }) => id)
        const { code, signal: killedBy, stdout, stderr } = await ended
        expect(killedBy).toBeNull()
        expect(code).toBe(3)
        expect(stdout).toMatch(/^INTERRUPTED  The run ended before all checks were tried\. It found no gap until then/)
        expect(Date.now() - stoppedAt).toBeLessThan(60_000)
        expect(stderr).toMatch(/stopping; the report covers what was judged so far/)
        expect(stderr, 'what is given up is no progress').not.toContain('100 %')
        const report = reportIn(cwd) as Report
        expect(report).toMatchObject({ partial: true, exitCode: 3, providers: [{ outcome: 'interrupted' }] })
        expect(report.clauses.filter(({ outage }) => outage === 'interrupted').length).toBeGreaterThan(0)
        expect(report.clauses.filter(({ verdict }) => verdict === 'gap' || verdict === 'broken')).toEqual([])
        const atTheEnd = removed.map(({ id }) => id)
        for (const id of made) expect(atTheEnd).toContain(id)
        const order = made.map((id) => atTheEnd.lastIndexOf(id))
        expect(order).toEqual(order.toSorted((a, b) => b - a))
        expect(readdirSync(ledger)).toEqual([])
      } finally {
        await server.close()
      }
    },
  )

  it('is in the ledger after SIGKILL, and clean-up finishes', async () => {
    const { server, removed } = await watched(provider)
    try {
      const { child, ended, ledger } = await startedRun(provider, server.origin, 8)
      child.kill('SIGKILL')
      expect(await ended).toMatchObject({ code: null, signal: 'SIGKILL' })
      const made = linesOf(ledger)
      const before = removed.length
      const cleaned = await runMain(['cleanup', '--target', server.origin, '--ledger', ledger, '--concurrency', '1'])
      expect(cleaned).toMatchObject({ code: 0, stderr: '' })
      expect(cleaned.stdout).toMatch(new RegExp(`^${provider}: \\d+ of ${made.length} removed`))
      const removable = made.filter(({ removedBy }) => removedBy !== undefined).map(({ id }) => id)
      // what is refused the first time is tried once more
      const tried = new Set(removed.slice(before).map(({ id }) => id))
      expect([...tried]).toEqual(removable.toReversed())
      for (const { id } of made.filter(({ removedBy }) => removedBy === undefined))
        expect(cleaned.stdout).toContain(`${id} was not removed: the API has no call that removes it`)
      expect(readdirSync(ledger)).toEqual([])
      expect(await runMain(['cleanup', '--target', server.origin, '--ledger', ledger])).toMatchObject({
        code: 0,
        stdout: 'There is nothing to remove.\n',
      })
    } finally {
      await server.close()
    }
  })
})

describe('a target that stops answering', () => {
  it('is left at the second signal at once', async () => {
    let asked = false
    const { server } = await watched('strike', () => {
      asked = true
      return new Promise(() => undefined)
    })
    const { child, ended } = startCli(['run', 'strike', '--target', server.origin])
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
    await eventually(() => (asked ? true : undefined))
    child.kill('SIGINT')
    await eventually(() => (said.includes('stopping') ? true : undefined))
    child.kill('SIGINT')
    expect((await ended).code).toBe(2)
    await server.close()
  })
})
