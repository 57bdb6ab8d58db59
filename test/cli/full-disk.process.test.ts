import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../schemas/project-root.ts'
import type { Report } from '../../model/report.ts'
import { readHar } from '../../wire/har/read-har.ts'
import { temporaryFolder } from '../temporary-folder.ts'

/** Runs the command line below a shell, which can limit what it may write. */
function inShell(line: string) {
  const cwd = temporaryFolder()
  const assay = `${process.execPath} ${join(projectRoot, 'bin/assay.js')}`
  const { status, stderr } = spawnSync('bash', ['-c', line.replace('assay', assay)], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', NO_COLOR: '1' },
  })
  return { cwd, status, last: stderr.trimEnd().split('\n').at(-1) }
}

describe.skipIf(!existsSync('/dev/full'))('a disk that is full', () => {
  it('under the output costs neither the report nor the clean-up, and the exit code is 2', () => {
    const { cwd, status, last } = inShell('assay run acinq-strike > /dev/full')
    expect({ status, last }).toEqual({ status: 2, last: 'assay: The output cannot be written (ENOSPC).' })
    expect((JSON.parse(readFileSync(join(cwd, 'report/report.json'), 'utf8')) as Report).exitCode).toBe(0)
  })

  it('under a recording leaves one that ends early, and can be read', () => {
    const { cwd, status, last } = inShell('ulimit -f 60; assay run acinq-strike --record r.har')
    expect({ status, last }).toEqual({
      status: 2,
      last: 'assay: The recording r.har is incomplete: writing failed (EFBIG).',
    })
    expect(readHar(join(cwd, 'r.har')).length).toBeGreaterThan(10)
  })

  it('under a report costs only the formats for which there is no room', () => {
    const { cwd, status, last } = inShell('ulimit -f 60; assay run acinq-strike')
    expect(status).toBe(2)
    expect(last).toMatch(
      /^assay: The report cannot be written to report \(EFBIG\); name another folder with --report\.$/,
    )
    expect(existsSync(join(cwd, 'report/summary.md'))).toBe(true)
    expect(existsSync(join(cwd, 'report/report.json'))).toBe(false)
  })
})
