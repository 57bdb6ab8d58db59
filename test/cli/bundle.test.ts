import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Har } from 'har-format'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../model/report.ts'
import { bundle } from '../../reporters/bundle.ts'
import { json } from '../../reporters/json.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { hostileReport, payloads } from '../reporters/hostile-report.ts'
import { conformingReport, sampleReport } from '../reporters/sample-report.ts'
import { entryOf } from '../../wire/har/to-entry.ts'
import { runMain } from './run-main.ts'

const echoes = 'acme.charges.create.echoes-amount'

/** Bundles a cause of a report. */
async function bundled(report: Report, cause: string) {
  const folder = temporaryFolder()
  const path = join(folder, 'report.json')
  writeFileSync(path, json(report))
  const out = join(folder, 'out')
  const ended = await runMain(['bundle', path, cause, '--out', out])
  return { ...ended, read: (name: string) => readFileSync(join(out, name), 'utf8'), out }
}

/** The first gap's finding with all of its steps. */
function withScript(script: string): Report {
  const report = sampleReport()
  const clauses = report.clauses.map((row) => ({
    ...row,
    findings: row.findings.map((found) => ({ ...found, script })),
  }))
  return { ...report, clauses }
}

describe('a bundle', () => {
  it('tells what is promised and where, what happened, and what it kept from being judged', async () => {
    const { code, stdout, read } = await bundled(sampleReport(), '1')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^A created charge carries the requested amount\.: 4 files are in .*\.\n$/)
    const page = read('README.md')
    for (const said of [
      'Acme API reference, Create a charge <https://docs.acme.example/charges#create>',
      'Seen on a server by URL in a run that started on 2026-11-21 08:00:00 UTC.',
      '```json\n1250\n```\n\nActual:\n\n```json\n1249\n```',
      'A charge is refunded once in full.',
    ])
      expect(page).toContain(said)
    expect(page).not.toContain('A refund arrives')
  })

  it('holds the exchanges of its proofs as HAR, at the documented address', async () => {
    const { read } = await bundled(sampleReport(), '1')
    const { log } = JSON.parse(read('exchanges.har')) as Har
    expect(log.entries.map(({ request, response, comment }) => [request.url, response.status, comment])).toEqual([
      ['https://acme.invalid/v1/charges?expand[]=customer', 200, 'exchange 1'],
      ['https://acme.invalid/v1/charges?expand[]=customer', 500, 'exchange 2'],
    ])
  })

  it('has a script of all steps, which the shell reads', async () => {
    const { out } = await bundled(withScript('#!/bin/sh\necho "$ORIGIN"\n'), '1')
    const [name = ''] = readdirSync(join(out, 'steps'))
    const path = join(out, 'steps', name)
    expect(statSync(path).mode & 0o111).not.toBe(0)
    expect(spawnSync('sh', [path], { env: { ORIGIN: 'here' }, encoding: 'utf8' }).stdout).toBe('here\n')
  })

  it('has the one request where there are no steps', async () => {
    const { out } = await bundled(sampleReport(), '1')
    expect(readFileSync(join(out, 'steps', `${echoes}.sh`), 'utf8')).toMatch(/^#!\/bin\/sh\n[^]*\ncurl -X POST /)
  })

  it.for([
    ['its number', '3'],
    ['a clause that it breaks', 'acme.charges.create.request-id'],
    [
      'its fingerprint',
      sampleReport().causes.find(({ breaks }) => breaks[0]?.endsWith('request-id'))?.fingerprint ?? '',
    ],
  ] as const)('is of a cause that is named by %s', async ([, name]) => {
    expect((await bundled(sampleReport(), name)).read('README.md')).toMatch(/^# The Request-Id header/)
  })

  it.for([
    [
      sampleReport(),
      '9',
      'assay: The report has no cause "9"; give a number from 1 to 3, a fingerprint, or the id of a clause with a gap.\n',
    ],
    [conformingReport(), '1', 'assay: The report has no causes, so there is nothing to fix.\n'],
  ] as const)('is refused in one sentence where there is no such cause', async ([report, name, sentence]) => {
    expect(await bundled(report, name)).toMatchObject({ code: 2, stderr: sentence })
  })

  it.for(payloads)('is written below its folder and holds no markup where a target says %j', (payload) => {
    const report = hostileReport(sampleReport(), payload)
    const [cause] = report.causes
    if (cause === undefined) throw new Error('the sample has causes')
    const files = bundle(report, cause, {
      title: cause.provider,
      entryOf: (exchange) => entryOf(exchange, 'https://acme.invalid'),
    })
    for (const path of Object.keys(files))
      expect(path).toMatch(/^(?:README\.md|cause\.json|exchanges\.har|steps\/[\w.-]+\.sh)$/)
    const text = files['README.md']?.replaceAll(/^(`{3,})[^]*?^\1$/gm, '')
    expect(text).toContain('**What happened**')
    expect(text).not.toMatch(/<(?!\/?code>|https?:)/)
    expect(text).not.toMatch(/!\[|\]\((?!steps\/)/)
  })
})
