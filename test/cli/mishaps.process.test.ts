import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { providers } from '../../contracts/index.ts'
import { validateOwn } from '../../schemas/own.ts'
import type { Report } from '../../model/report.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { served } from './served.ts'
import { runCli } from './spawn-cli.ts'

const undici = pathToFileURL(createRequire(import.meta.url).resolve('undici')).href

/** What goes wrong in the process at its thirtieth request, as code that is loaded before the command line. */
const atARequest = (wrong: string): string => `
  import { rmSync } from 'node:fs'
  import undici from ${JSON.stringify(undici)}
  const { dispatch } = undici.Pool.prototype
  const { setTimeout } = globalThis
  let count = 0
  // the time limit of this request ends nothing
  globalThis.setTimeout = (...args) => {
    const timer = setTimeout(...args)
    return count === 29 && args[1] === 30000 ? timer.unref() : timer
  }
  undici.Pool.prototype.dispatch = function (...args) {
    count += 1
    if (count === 30) { ${wrong} }
    return dispatch.apply(this, args)
  }`

const mishaps = [
  {
    name: 'an error that nothing catches',
    wrong: `setImmediate(() => { throw new Error('from nowhere') })`,
    says: /^assay: a fault of ours: from nowhere$/m,
  },
  {
    name: 'a promise that is rejected and that nobody waits for',
    wrong: `Promise.reject(new Error('from nowhere'))`,
    says: /^assay: a fault of ours: from nowhere$/m,
  },
  {
    name: 'a wait for what never comes',
    wrong: 'return true',
    says: /^assay: a fault of ours: the run waits for something that can no longer happen$/m,
  },
]

async function runWith(provider: string, preload: string) {
  const cwd = temporaryFolder()
  const path = join(cwd, 'preload.mjs')
  writeFileSync(path, preload)
  const creations: boolean[] = []
  const server = await served(provider, {
    between: async (request, honestly) => {
      const answer = await honestly()
      if (request.method === 'POST' && answer.status < 300) creations.push(existsSync(join(cwd, '.assay')))
      return answer
    },
  })
  try {
    const ended = await runCli(['run', provider, '--target', server.origin], {
      cwd,
      env: { NODE_OPTIONS: `--import ${pathToFileURL(path).href}` },
    })
    const report = JSON.parse(readFileSync(join(cwd, 'report', 'report.json'), 'utf8')) as Report
    expect(validateOwn('report', report)).toBeUndefined()
    return { ...ended, report, cwd, creations }
  } finally {
    await server.close()
  }
}

describe.each(['strike'])('a run of %s', (provider) => {
  it.each(mishaps)('ends well after $name', async ({ wrong, says }) => {
    const { code, stderr, stdout, report, cwd } = await runWith(provider, atARequest(wrong))
    expect(stderr).toMatch(says)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect(stdout).toMatch(/^FAULT/)
    expect(code).toBe(2)
    expect(report).toMatchObject({ partial: true, exitCode: 2 })
    expect(report.clauses.filter(({ verdict }) => verdict === 'gap')).toEqual([])
    expect(report.clauses.some(({ verdict }) => verdict === 'broken')).toBe(true)
    expect(readdirSync(join(cwd, '.assay'))).toEqual([])
  })

  it('makes nothing more once what it makes cannot be noted, and removes what it made', async () => {
    const { code, stderr, report, creations } = await runWith(
      provider,
      atARequest(`rmSync('.assay', { recursive: true })`),
    )
    expect(stderr).toMatch(
      /^assay: The ledger \.assay.run-.* cannot be written any more \(ENOENT\), so the run has ended\.$/m,
    )
    expect(code).toBe(2)
    expect(report.partial).toBe(true)
    // what is under way by then cannot be taken back
    const atOnce = providers.find(({ name }) => name === provider)?.pace.concurrency ?? 1
    const unnoted = creations.filter((isNoted) => !isNoted).length
    expect(unnoted).toBeGreaterThan(0)
    expect(unnoted).toBeLessThanOrEqual(atOnce)
  })
})
