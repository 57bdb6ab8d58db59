import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { expect, it } from 'vitest'
import type { ClauseRow, Report } from '../../model/report.ts'
import { projectRoot } from '../../schemas/project-root.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { runMain } from './run-main.ts'
import { served } from './served.ts'

const folder = temporaryFolder()
const provider = 'stripe-api-model'

/** The emulator without two of its operations, as a target of which nothing was made before. */
const lacking = () =>
  served(provider, {
    between: (request, honest) =>
      /\/(refunds|invoices)\b/.test(request.url)
        ? Promise.resolve({ status: 404, headers: [['content-type', 'application/json']], body: '{}' })
        : honest(),
  })

const readReport = (place: string): Report => JSON.parse(readFileSync(join(place, 'report.json'), 'utf8')) as Report

async function byCommand(): Promise<Report> {
  const target = await lacking()
  const place = join(folder, 'command')
  await runMain(['run', provider, '--target', target.origin, '--report', place, '--ledger', join(folder, 'ledger')])
  await target.close()
  return readReport(place)
}

async function byVitest(): Promise<{ readonly report: Report; readonly failed: number }> {
  const target = await lacking()
  const place = join(folder, 'vitest')
  const results = join(folder, 'results.json')
  const words = ['run', '--project', 'conformance', `suites/${provider}/`]
  const child = spawn(
    process.execPath,
    [join(projectRoot, 'node_modules/vitest/vitest.mjs'), ...words, '--config', 'vitest.config.ts'],
    {
      cwd: projectRoot,
      env: {
        PATH: process.env['PATH'] ?? '',
        ASSAY_TARGET: target.origin,
        ASSAY_REPORT: place,
        VITEST_JSON_OUTPUT_FILE: results,
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await new Promise((resolve) => child.on('close', resolve))
  await target.close()
  return {
    report: readReport(place),
    failed: Number(/Tests\s+(\d+) failed/.exec(stripVTControlCharacters(output))?.[1] ?? 0),
  }
}

/**
 * A report without what differs from run to run: times, names that are new on the target, and how often something was seen, which
 * hangs on which of two requests in flight is answered first.
 */
function comparable({ exitCode, providers, causes, clauses }: Report): object {
  return {
    exitCode,
    providers: providers.map(({ name, outcome, figures, outages }) => ({
      name,
      outcome,
      figures,
      outages: outages.map(({ operation, status }) => ({ operation, status })),
    })),
    causes,
    clauses: clauses.map(rowOf),
  }
}

function rowOf({ id, verdict, severity, reason, blockedBy, stops, follows, findings }: ClauseRow): object {
  return {
    id,
    verdict,
    severity,
    reason,
    blockedBy,
    follows: follows?.map(({ name }) => name),
    stops: stops?.map(({ reason: why }) => why),
    findings: findings.map(({ fingerprint, by, at }) => ({ fingerprint, by, at })),
  }
}

it('the same target and seed give the same report through the command and through vitest, and a failing test for each gap', async () => {
  const [command, { report: vitest, failed }] = [await byCommand(), await byVitest()]
  expect(comparable(vitest)).toEqual(comparable(command))
  const failing = command.clauses.filter(({ severity }) => severity === 'fail')
  expect(failing.length).toBeGreaterThan(0)
  expect(failed).toBe(failing.length)
  expect(command.clauses.some(({ verdict }) => verdict === 'blocked')).toBe(true)
})
