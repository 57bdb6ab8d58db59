import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../temporary-folder.ts'
import { served } from './served.ts'
import { runCli } from './spawn-cli.ts'

describe('keys', () => {
  it.concurrent('come from the environment and from .env, and show nowhere', async () => {
    const planted = ['sk_test_PLANTEDfirst0000000000', 'sk_test_PLANTEDsecond000000000'] as const
    const sent = new Set<string>()
    const echoing = await served('stripe', {
      between: async (request, honestly) => {
        sent.add(request.headers.get('authorization') ?? '')
        return echoed(request.headers.get('authorization') ?? '', await honestly())
      },
    })
    const cwd = temporaryFolder()
    writeFileSync(join(cwd, '.env'), `STRIPE_SECOND_TEST_KEY=${planted[1]}\n`)
    try {
      const ended = await runCli(
        [
          'run',
          'stripe',
          '--target',
          echoing.origin,
          '--allow-host',
          'localhost',
          '--runs',
          '1',
          '--only',
          'Authentication',
          '--only',
          'Charges',
          '--only',
          'Idempotent Requests',
          '--record',
          'all.har',
          '--ledger',
          'ledger',
        ],
        { cwd, env: { STRIPE_TEST_KEY: planted[0] } },
      )
      const written = readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter(
        (name) => /\./.test(name) && name !== '.env',
      )
      expect(written).toEqual(
        expect.arrayContaining(['all.har', join('report', 'report.json'), join('report', 'report.html')]),
      )
      const everything = [
        ended.stdout,
        ended.stderr,
        ...written.map((name) => readFileSync(join(cwd, name), 'utf8')),
      ].join('\n')
      for (const key of planted) for (const form of formsOf(key)) expect(everything).not.toContain(form)
      for (const key of planted) expect([...sent].some((value) => isOf(key, value))).toBe(true)
      expect(everything).not.toContain('A key that Assay made up was sent')
      expect(ended.code).toBe(1)
    } finally {
      await echoing.close()
    }
  })
})

/** An answer that tells everybody whose request it was. */
function echoed(
  authorization: string,
  answer: Awaited<ReturnType<Parameters<NonNullable<NonNullable<Parameters<typeof served>[1]>['between']>>[1]>>,
) {
  return {
    ...answer,
    headers: [...answer.headers, ['x-asked-by', authorization] as const],
    body: answer.body.replace(
      /"description":\s*(null|"[^"]*")/,
      `"description": ${JSON.stringify(`for ${authorization}`)}`,
    ),
  }
}

/** Whether a header field carries a key, in any of its forms. */
const isOf = (key: string, value: string): boolean => formsOf(key).some((form) => value.includes(form))

function formsOf(key: string): readonly string[] {
  return [key, Buffer.from(`${key}:`).toString('base64').slice(0, -4), Buffer.from(key).toString('hex')]
}
