import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Har } from 'har-format'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Served } from '../../emulator/server.ts'
import { projectRoot } from '../../schemas/project-root.ts'
import { publicFront } from './public-front.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import type { PublicFront } from './public-front.ts'
import { served } from './served.ts'

interface VitestResult {
  readonly testResults: readonly {
    readonly message: string
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[]
  }[]
}

let front: PublicFront
let target: Served
let folder: string
beforeEach(async () => {
  folder = temporaryFolder()
  front = await publicFront()
  target = await served('strike', { lie: 'signs-pretty-body', deliver: front.deliver })
})
afterEach(async () => {
  await target.close()
  await front.close()
})

/** Runs one check of the suite by vitest itself, with nothing in the environment but what is given. */
async function tested(env: Readonly<Record<string, string>>) {
  const output = join(folder, 'vitest.json')
  const check = 'strike/deliveries/signed'
  const words = ['run', '--project', 'conformance', 'suites/strike/', '-t', check, '--reporter=json']
  const child = spawn(
    process.execPath,
    [join(projectRoot, 'node_modules/vitest/vitest.mjs'), ...words, `--outputFile=${output}`],
    {
      cwd: projectRoot,
      env: { PATH: process.env['PATH'] ?? '', ASSAY_TARGET: target.origin, ...env },
      stdio: 'ignore',
    },
  )
  const code = await new Promise((resolve) => child.on('close', resolve))
  const result = JSON.parse(readFileSync(output, 'utf8')) as VitestResult
  const test = result.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .find(({ title }) => title.startsWith(check))
  return { code, status: test?.status, message: result.testResults.map(({ message }) => message).join('\n') }
}

const receiving = () => ({ ASSAY_WEBHOOK_URL: front.url, ASSAY_WEBHOOK_PORT: String(front.port) })

describe('the checks as vitest tests', () => {
  it('receive webhooks, and fail for a gap in them', async () => {
    expect(await tested(receiving())).toMatchObject({ code: 1, status: 'failed' })
  })

  it('take waivers and write recordings as the command does', async () => {
    const waiver = { target: 'url', reason: 'known', owner: 'payments team', expires: '2999-12-31' }
    const waivers = join(folder, 'waivers.json')
    writeFileSync(
      waivers,
      JSON.stringify({
        waivers: [
          { clause: 'strike.deliveries.signature.hmac', ...waiver },
          { clause: 'strike.deliveries.signature.new-secret', ...waiver },
        ],
      }),
    )
    const { code, status } = await tested({ ...receiving(), ASSAY_WAIVERS: waivers, ASSAY_RECORD: join(folder, 'rec') })
    expect({ code, status }).toEqual({ code: 0, status: 'passed' })
    const { log } = JSON.parse(readFileSync(join(folder, 'rec', 'strike.har'), 'utf8')) as Har
    const directions = log.entries.map(
      (entry) => (entry as unknown as { _assay: { direction: string } })._assay.direction,
    )
    expect(directions.filter((direction) => direction === 'inbound')).toHaveLength(2)
    expect(directions).toContain('outbound')
  })

  it('keep to the budget, and judge nothing beyond it', async () => {
    const { code, status } = await tested({ ...receiving(), ASSAY_MAX_REQUESTS: '1' })
    expect({ code, status }).toEqual({ code: 0, status: 'skipped' })
  })

  it('refuse a setting in a sentence', async () => {
    expect(await tested({ ASSAY_MAX_CREATIONS: 'few' })).toMatchObject({
      code: 1,
      message: expect.stringContaining('ASSAY_MAX_CREATIONS cannot be used. Give a whole number from 0 to 10000000.'),
    })
  })
})
