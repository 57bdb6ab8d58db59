import type { Exchange } from '../model/exchange.ts'
import { isObject, pointerStep } from '../model/json.ts'
import type { Json } from '../model/json.ts'
import type { StoredExchange } from '../model/report.ts'
import type { Authentication } from '../model/contract.ts'
import { fieldsOf, keyVariable } from './key-fields.ts'
import { quote, withKey } from './quote.ts'

/** One request of a script: what was sent, redacted, and whose key it carried. */
export interface Step {
  readonly exchange: Exchange
  readonly stored: StoredExchange
}

/** A value of an answer that a later request carries: the shell variable that holds it, and where it stands in the answer. */
interface Taken {
  readonly value: string
  readonly name: string
  readonly step: number
  readonly pointer: string
}

/** Shorter values are words of the API more often than ids. */
const shortestId = 8

const prologue = [
  '# Set ORIGIN to the address of the API, AUTHORIZATION to the value of the Authorization header or to the key where that goes elsewhere, and KEY to the key where it is asked for.',
  ': "${ORIGIN:?}" "${AUTHORIZATION:?}"',
  'RUN=$(date +%s)',
  '# The value at a JSON Pointer of a response.',
  `pick() { node -e 'const t = require("fs").readFileSync(0, "utf8"); let v = JSON.parse(t.slice(t.search(/\\r?\\n\\r?\\n/))); for (const s of process.argv[1].split("/").slice(1)) v = v?.[s]; console.log(v ?? "")' "$1"; }`,
]

/**
 * All steps that led to a finding as a shell script: what an earlier answer gave is a variable of the later requests, and
 * idempotency keys are new in each run of it. Undefined where one request alone shows the finding.
 */
export function scriptOf(
  steps: readonly Step[],
  authentication: Authentication,
  keyHeader: string | undefined,
): string | undefined {
  const sent = steps.filter(({ exchange }) => exchange.direction === 'outbound')
  if (sent.length < 2) return undefined
  const taken = takenFrom(sent)
  const lines = sent.flatMap((step, index) => [
    '',
    `# ${index + 1}. ${step.stored.request.method} ${step.stored.request.path.replace(/\?.*$/s, '')}, answered with ${step.stored.response.status}`,
    `R${index + 1}=$(${requestOf(step, index, taken, authentication, keyHeader)})`,
    `printf '%s\\n\\n' "$R${index + 1}"`,
    ...taken
      .filter(({ step: from }) => from === index)
      .map(({ name, pointer }) => `${name}=$(printf '%s' "$R${index + 1}" | pick '${pointer}')`),
  ])
  return ['#!/bin/sh', ...prologue, ...lines, ''].join('\n')
}

/** A step with those before it whose answers gave what it, or one that is kept, carries: enough to repeat it. */
export function leadingTo(steps: readonly Step[], last: Step): readonly Step[] {
  const kept = [last]
  for (const step of steps.slice(0, steps.indexOf(last)).toReversed()) {
    const carried = kept.map(({ stored: { request } }) => `${request.path} ${request.body}`).join(' ')
    const own = `${step.stored.request.path} ${step.stored.request.body}`
    const gives = textsIn(parsed(step.stored.response.body)).some(
      ({ value }) => isTaken(value) && carried.includes(value) && !own.includes(value),
    )
    if (gives) kept.unshift(step)
  }
  return kept
}

/** Whether a text may be something that an answer gives and a later request carries. */
function isTaken(value: string): boolean {
  return value.length >= shortestId && /^[\w.:-]+$/.test(value) && /[\d_]/.test(value)
}

/** The values of answers that later requests carry, each from the first answer that has it. */
function takenFrom(sent: readonly Step[]): readonly Taken[] {
  const taken: Taken[] = []
  for (const [step, { stored }] of sent.entries()) {
    const later = sent.slice(step + 1).map(({ stored: { request } }) => `${request.path} ${request.body}`)
    for (const { value, pointer } of textsIn(parsed(stored.response.body))) {
      if (!isTaken(value)) continue
      if (taken.some((known) => known.value === value) || !later.some((text) => text.includes(value))) continue
      taken.push({ value, pointer, step, name: `V${taken.length + 1}` })
    }
  }
  return taken
}

function requestOf(
  { exchange, stored: { request } }: Step,
  index: number,
  taken: readonly Taken[],
  authentication: Authentication,
  keyHeader: string | undefined,
): string {
  const known = taken.filter(({ step }) => step < index)
  const keys = request.headers.filter(([name]) => name === keyHeader)
  const others = { ...request, headers: request.headers.filter(([name]) => name !== keyHeader) }
  return [
    `curl -sS -i -X ${request.method} "$ORIGIN"${withKey(quoted(request.path, known), keyVariable(exchange.request))}`,
    ...fieldsOf(exchange.request, others, authentication),
    // a key of idempotency is a new one in each run of the script
    ...keys.map(([name, value]) => `-H ${quote(`${name}: ${value}`)}"-$RUN"`),
    ...(request.body === '' ? [] : [`--data-raw ${quoted(request.body, known)}`]),
  ].join(' ')
}

/** In single quotes, but for the values that are variables. */
function quoted(text: string, known: readonly Taken[]): string {
  let parts: readonly (string | Taken)[] = [text]
  for (const one of known) {
    parts = parts.flatMap((part) =>
      typeof part === 'string'
        ? part.split(one.value).flatMap((rest, index) => (index === 0 ? [rest] : [one, rest]))
        : [part],
    )
  }
  return parts
    .filter((part) => part !== '')
    .map((part) => (typeof part === 'string' ? `'${part.replaceAll("'", `'\\''`)}'` : `"$${part.name}"`))
    .join('')
}

function parsed(body: string): Json | undefined {
  try {
    return JSON.parse(body) as Json
  } catch {
    return undefined
  }
}

function textsIn(
  value: Json | undefined,
  pointer = '',
): readonly { readonly value: string; readonly pointer: string }[] {
  if (typeof value === 'string') return [{ value, pointer }]
  if (Array.isArray(value))
    return (value as readonly Json[]).flatMap((item, index) => textsIn(item, `${pointer}/${index}`))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, `${pointer}${pointerStep(name)}`))
}
