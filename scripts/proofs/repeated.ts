import { spawnSync } from 'node:child_process'
import type { Finding } from '../../model/report.ts'
import { isHeaderName } from '../../model/header-name.ts'
import { sameJson, valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'

/** A target that a script is run against, and the keys that its variables stand for. */
export interface Against {
  readonly origin: string
  readonly key: string
  readonly secondKey: string
}

/** What the script of a finding came to: it shows the gap, it does not, or the finding says nothing that an answer could show. */
export type Repeated = 'shown' | 'not shown' | 'not comparable'

interface Answer {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

/** Runs the script of a finding, or its one request, and looks for the gap in the answer that the finding names. */
export function repeated(finding: Finding, against: Against): Repeated {
  const script = finding.script ?? finding.curl
  if (script === '') return 'not comparable'
  const answers = answersIn(ran(script, against))
  const { exchange, evidence } = finding
  // a script of a part of the evidence ends with the exchange of the finding
  const isWhole = answers.length === evidence.length && exchange !== undefined
  const index = isWhole ? evidence.indexOf(exchange) : answers.length - 1
  const answer = answers[index]
  return answer === undefined ? 'not shown' : shows(answer, finding)
}

function ran(script: string, { origin, key, secondKey }: Against): string {
  const { stdout } = spawnSync('sh', [], {
    input: script,
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 64 * 1024 * 1024,
    env: {
      PATH: process.env['PATH'],
      ORIGIN: origin,
      KEY: key,
      AUTHORIZATION: `Bearer ${key}`,
      SECOND_KEY: secondKey,
      SECOND_AUTHORIZATION: `Bearer ${secondKey}`,
    },
  })
  return stdout
}

/** The answers that curl wrote, one after the other. */
function answersIn(output: string): readonly Answer[] {
  return output
    .split(/^(?=HTTP\/\d(?:\.\d)? \d{3})/m)
    .filter((part) => /^HTTP\/\S+ (?!1\d\d)/.test(part))
    .map((part) => {
      const [head = '', ...rest] = part.split(/\r?\n\r?\n/)
      const [line = '', ...fields] = head.split(/\r?\n/)
      return {
        status: Number(line.split(' ')[1]),
        headers: new Map(
          fields.map((field): [string, string] => {
            const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(field) ?? []
            return [name.toLowerCase(), value]
          }),
        ),
        body: rest.join('\n\n').trim(),
      }
    })
}

/** Whether an answer departs at the place of a finding, in the same way where the value does not change from run to run. */
function shows({ status, headers, body }: Answer, { at, expected, actual }: Finding): Repeated {
  if (at === 'status') return said(status === actual)
  const json = parsed(body)
  if (at === 'content' || at === 'body') return said((json === undefined) === (expected === 'json'))
  if (isHeaderName(at)) return said(actual === 'absent' ? !headers.has(at) : headers.get(at) !== expected)
  if (at !== '' && !at.startsWith('/')) return 'not comparable'
  return said(valuesAt(json, at).some((value) => departs(value, expected, actual)))
}

function departs(value: Json | undefined, expected: Json, actual: Json): boolean {
  if (actual === 'absent' || actual === null) return value === undefined || value === null
  if (value === undefined) return false
  return sameJson(value, actual) || (typeof value === typeof actual && !sameJson(value, expected))
}

/** The values at a place; of an item of a list, those of every item, since what is newer moves it on. */
function valuesAt(json: Json | undefined, at: string): readonly (Json | undefined)[] {
  if (json === undefined) return []
  const [, list, rest] = /^((?:\/(?!\d+(?:\/|$))[^/]*)*)\/\d+(\/.*|)$/s.exec(at) ?? []
  const items = list === undefined ? undefined : valueAt(json, list)
  if (!Array.isArray(items)) return [valueAt(json, at)]
  return (items as readonly Json[]).flatMap((item) => valuesAt(item, rest ?? ''))
}

const said = (holds: boolean): Repeated => (holds ? 'shown' : 'not shown')

function parsed(body: string): Json | undefined {
  try {
    return JSON.parse(body) as Json
  } catch {
    return undefined
  }
}
