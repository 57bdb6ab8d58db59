import { execFileSync } from 'node:child_process'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { leadingTo, scriptOf } from '../../engine/script.ts'
import type { Step } from '../../engine/script.ts'
import type { Credentials } from '../../model/exchange.ts'
import { answered } from '../answered.ts'
import { sampleExchange } from '../reporters/sample-rows.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const own: Credentials = { kind: 'account', account: 'a1' }
const bearer = { schemes: ['bearer'], unknownKey: '', keyPrefix: '' } as const

function step(
  method: string,
  path: string,
  answer: object,
  {
    body = '',
    headers = [],
    credentials = own,
  }: { body?: string; headers?: [string, string][]; credentials?: Credentials } = {},
): Step {
  const exchange = answered({})
  return {
    exchange: { ...exchange, request: { ...exchange.request, credentials } },
    stored: sampleExchange({
      request: {
        method,
        path,
        headers: credentials.kind === 'none' ? headers : [['authorization', '[key]'], ...headers],
        body,
      },
      response: { status: 200, headers: [], body: JSON.stringify(answer) },
    }),
  }
}

const made = step(
  'POST',
  '/things',
  { data: [{ id: 'thing_12345' }] },
  {
    body: "name=it's",
    headers: [['idempotency-key', 'k1']],
  },
)
const read = step('GET', '/things/thing_12345?a=1', {})

/** Runs a script against a stand-in for curl that answers with what it was given, as a body with the id of this run. */
function ran(script: string): readonly string[] {
  const folder = temporaryFolder()
  const curl = join(folder, 'curl')
  writeFileSync(
    curl,
    `#!/bin/sh\nprintf 'HTTP/1.1 200 OK\\r\\n\\r\\n{"data":[{"id":"thing_of_this_run"}]}'\necho "$*" >> ${folder}/log\n`,
  )
  chmodSync(curl, 0o755)
  const path = join(folder, 'steps.sh')
  writeFileSync(path, script)
  const env = {
    PATH: `${folder}:${process.env['PATH']}`,
    ORIGIN: 'http://o',
    AUTHORIZATION: 'Bearer k',
    SECOND_AUTHORIZATION: 'Bearer 2',
  }
  execFileSync('sh', [path], { env })
  return execFileSync('cat', [join(folder, 'log')])
    .toString()
    .trimEnd()
    .split('\n')
}

describe('the steps of a finding as a script', () => {
  it('carry what earlier answers of the same run gave', () => {
    const [first, second] = ran(scriptOf([made, read], bearer, undefined) ?? '')
    expect(first).toContain("--data-raw name=it's")
    expect(second).toContain('-X GET http://o/things/thing_of_this_run?a=1')
  })

  it('use an idempotency key of their own in each run, the same for the same key', () => {
    const [first = '', second = ''] = ran(scriptOf([made, made], bearer, 'idempotency-key') ?? '')
    const keyIn = (line: string): string | undefined => /idempotency-key: (\S+)/.exec(line)?.[1]
    expect(keyIn(first)).toMatch(/^k1-\d+$/)
    expect(keyIn(second)).toBe(keyIn(first))
  })

  it.each<[string, Credentials, string | undefined]>([
    ['the key of the run', own, 'Authorization: Bearer k'],
    ['the key of another account', { kind: 'account', account: 'a1-other' }, 'Authorization: Bearer 2'],
    [
      'a key that is made up',
      { kind: 'literal', headers: [['Authorization', 'Bearer made-up']] },
      'Authorization: Bearer made-up',
    ],
    ['no key', { kind: 'none' }, undefined],
    ['a key that was left out', { ...own, replaced: [['authorization', '']] }, undefined],
    ['a key that was changed', { ...own, replaced: [['authorization', 'Bearer x']] }, undefined],
  ])('carry %s', (_, credentials, header) => {
    const [, second = ''] = ran(scriptOf([made, step('GET', '/things', {}, { credentials })], bearer, undefined) ?? '')
    expect(/Authorization: \S+( [^ ]+)?/.exec(second)?.[0]).toBe(header)
  })

  it('carry the key where it goes', () => {
    const asked = step('GET', '/things?limit=1&api_key=[key]', {}, { headers: [['cookie', 'sid=[key]']] })
    const [, second = ''] = ran(scriptOf([made, asked], bearer, undefined) ?? '')
    expect(second).toContain('/things?limit=1&api_key=Bearer k')
    expect(second).toContain('cookie: sid=Bearer k')
  })

  it('are none where one request shows it', () => {
    expect(scriptOf([made], bearer, undefined)).toBeUndefined()
  })

  it('are those that gave what the last one carries, where not all are kept', () => {
    const other = step('POST', '/things', { id: 'thing_67890' })
    expect(leadingTo([other, made, other, read], read)).toEqual([made, read])
    expect(leadingTo([other, read], read)).toEqual([read])
  })
})
