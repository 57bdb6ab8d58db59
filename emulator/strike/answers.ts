import { isObject } from '../../model/json.ts'
import type { EmulatorResponse } from '../http.ts'
import type { Fault, Refusal } from './codes.ts'
import { isRefusal } from './world.ts'
import type { Served, World } from './world.ts'

/** What is served or refused, as a response. */
export function responseTo(
  world: World,
  outcome: Served | Refusal,
  debug: { readonly on: boolean; readonly body: string },
): EmulatorResponse {
  if (isRefusal(outcome)) return refusal(world, outcome, debug)
  if (outcome.body === undefined) return { status: outcome.status, headers: [], body: '' }
  return json(outcome.status, [], outcome.body)
}

function refusal(
  world: World,
  refused: Refusal,
  debug: { readonly on: boolean; readonly body: string },
): EmulatorResponse {
  const { rules, ids } = world
  const code = refused.refused
  const status = rules.statusOf(code)
  const traceId = rules.traceIdOf(ids)
  const shownDebug = rules.debugOf(debug.on, debug.body)
  const body = {
    ...(traceId === undefined ? {} : { traceId }),
    data: {
      status: rules.repeatedStatus(status),
      code,
      message: rules.messageOf(code),
      ...(refused.values === undefined ? {} : { values: refused.values }),
      ...(refused.faults === undefined ? {} : { validationErrors: validationErrors(world, refused.faults) }),
    },
    ...(shownDebug === undefined ? {} : { debug: shownDebug }),
  }
  return json(status, refused.retryAfter === undefined ? [] : [['retry-after', String(refused.retryAfter)]], body)
}

function validationErrors({ rules }: World, faults: readonly Fault[]): unknown {
  const byField = new Map<string, unknown[]>()
  for (const fault of rules.reported(faults)) {
    const field = rules.fieldOf(fault.path)
    const values = rules.faultValuesOf(fault, field)
    const error = { code: fault.code, message: rules.faultMessageOf(fault), ...(isObject(values) ? { values } : {}) }
    byField.set(field, [...(byField.get(field) ?? []), error])
  }
  return Object.fromEntries(byField)
}

function json(status: number, headers: EmulatorResponse['headers'], body: unknown): EmulatorResponse {
  return {
    status,
    headers: [['content-type', 'application/json; charset=utf-8'], ...headers],
    body: JSON.stringify(body),
  }
}
