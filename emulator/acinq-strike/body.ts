import type { EmulatorRequest } from '../http.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'
import type { Rules } from './rules.ts'

/** The parameters of a body by name; `written` says that numbers stand there as text. */
export interface Parameters {
  readonly values: ReadonlyMap<string, unknown>
  readonly written: boolean
}

function kindOf(mediaType: string): 'form' | 'json' | undefined {
  if (mediaType === 'application/x-www-form-urlencoded') return 'form'
  return mediaType === 'application/json' ? 'json' : undefined
}

function parseJson(body: string): ReadonlyMap<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(body)
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined
    return new Map(Object.entries(parsed))
  } catch {
    return undefined
  }
}

/** Reads a form or a JSON object, as the media type says. */
export function readBody(rules: Rules, { headers, body }: EmulatorRequest): Parameters | Refusal {
  const kind = kindOf((headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '')
  if (kind === undefined || !rules.bodies.includes(kind)) {
    return refuse('unreadable-body', 'The body has to be a form or JSON.')
  }
  if (kind === 'form') return { values: new Map(new URLSearchParams(body)), written: true }
  const values = parseJson(body)
  return values === undefined ? refuse('unreadable-body', 'The body is not a JSON object.') : { values, written: false }
}
