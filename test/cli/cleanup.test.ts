import { EventEmitter } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { eventually } from '../eventually.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { judged, reportIn, runMain } from './run-main.ts'
import type { Between } from './served.ts'
import { linesOf, watched } from './watched.ts'

describe.each(['stripe', 'strike'])('what a run makes on a server of %s', (provider) => {
  it('is removed after checks that fail, too; what cannot be is told', async () => {
    const failing: Between = async (request, honestly) => {
      const answer = await honestly()
      return request.method === 'GET' ? { ...answer, status: 418 } : answer
    }
    const { server, removed } = await watched(provider, failing)
    try {
      const { code, report, folder } = await judged(`${provider} --target ${server.origin} --runs 1`)
      expect({ code, partial: report?.partial }).toEqual({ code: 1, partial: false })
      expect(removed.length).toBeGreaterThan(0)
      expect(
        report?.providers[0]?.leftovers.every(({ reason }) => /no call that removes it|answered 4/.test(reason)),
      ).toBe(true)
      expect(readdirSync(join(folder, '.assay'))).toEqual([])
    } finally {
      await server.close()
    }
  })
})

describe('a target that stops answering', () => {
  it('leaves what was made in the ledger, and says so', async () => {
    const { server } = await watched('strike')
    const signals = new EventEmitter()
    const folder = temporaryFolder()
    const ledger = join(folder, '.assay')
    const places = ['--report', join(folder, 'report'), '--ledger', ledger]
    const running = runMain(['run', 'strike', '--target', server.origin, ...places], {}, signals)
    await eventually(() => (linesOf(ledger).length >= 3 ? true : undefined))
    await server.close()
    signals.emit('SIGTERM')
    await running
    const leftovers = reportIn(folder)?.providers[0]?.leftovers ?? []
    expect(linesOf(ledger).length).toBeGreaterThan(0)
    expect(leftovers.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining([expect.stringMatching(/connection was refused/)]),
    )
    const cleaned = (origin: string) => runMain(['cleanup', '--target', origin, '--ledger', ledger])
    expect((await cleaned(server.origin)).code).toBe(1)
    expect(await cleaned('http://127.0.0.1:9')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`also left on other targets: ${server.origin}/`),
    })
  })
})
