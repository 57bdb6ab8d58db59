import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { everyFile } from './every-file.ts'
import { runMain } from './run-main.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const one = ['run', 'acinq-strike', '--only', 'acinq-strike/creating/exact-satoshi']

/** Runs one check with some flags, and says what it printed and wrote. */
async function told(...flags: readonly string[]) {
  const folder = temporaryFolder()
  const ended = await runMain([...one, '--report', folder, ...flags])
  return { ...ended, folder, files: readdirSync(folder).toSorted() }
}

describe('the formats of a report', () => {
  it('are all of them', async () => {
    expect((await told()).files).toEqual(everyFile)
  })

  it('are those that are named', async () => {
    expect((await told('--format', 'sarif', '--format', 'json', '--format', 'sarif')).files).toEqual([
      'report.json',
      'report.sarif',
    ])
  })

  it('are named in a sentence where another one is asked for', async () => {
    const { code, stderr, files } = await told('--format', 'pdf')
    expect({ code, files }).toEqual({ code: 2, files: [] })
    expect(stderr).toContain('Use one of json, html, junit, markdown, sarif, ctrf, ndjson.')
  })
})

describe('events', () => {
  it('are lines of JSON in the order in which they happened, with what each check judged', async () => {
    const { folder } = await told('--format', 'ndjson')
    const lines = readFileSync(join(folder, 'events.ndjson'), 'utf8').trimEnd().split('\n')
    const events = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    const names = events.map(({ event }) => event)
    expect([...new Set(names)]).toEqual(['opened', 'provider', 'check', 'run', 'clause', 'ended'])
    expect(events[0]).toMatchObject({ format: 'assay-events', version: 1 })
    expect(events.find(({ event }) => event === 'check')).toMatchObject({
      provider: 'acinq-strike',
      check: 'acinq-strike/creating/exact-satoshi',
      verdicts: { conforms: expect.arrayContaining([expect.stringMatching(/^acinq-strike\./)]) },
    })
    expect(events.at(-1)).toMatchObject({ exitCode: 0, outcomes: { 'acinq-strike': 'conforms' } })
    const times = events.map(({ at }) => String(at))
    expect(times).toEqual(times.toSorted())
  })
})

describe('what is printed', () => {
  it('is the outcome alone where it is asked to be quiet', async () => {
    const { stdout, stderr } = await told('--quiet')
    expect(stdout).toMatch(/^CONFORMS .*\n.*\n\n {2}.*\n\nconforms \(exit 0\).*\n$/)
    expect(stderr).toBe('')
  })

  it('is not both quiet and verbose', async () => {
    const { code, stderr } = await told('--quiet', '--verbose')
    expect(code).toBe(2)
    expect(stderr).toContain("option '--quiet' cannot be used with option '--verbose'")
  })
})
