import type { Outage } from '../model/finding.ts'
import { WireError } from './errors.ts'

const outageByCode: Readonly<Record<string, Outage>> = {
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EPROTO: 'tls',
  ETIMEDOUT: 'timeout',
  ERR_STREAM_PREMATURE_CLOSE: 'reset',
  UND_ERR_SOCKET: 'reset',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'reset',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_OVERFLOW: 'malformed',
  UND_ERR_DESTROYED: 'interrupted',
  UND_ERR_CLOSED: 'interrupted',
}

const families: readonly (readonly [code: RegExp, outage: Outage])[] = [
  [/^HPE_/, 'malformed'],
  [/TLS|SSL|CERT|SELF_SIGNED|UNABLE_TO|DEPTH_ZERO/, 'tls'],
  // what else the operating system says of a connection
  [/^E[A-Z0-9]+$/, 'reset'],
]

/**
 * Names what kept a response from coming. Undefined where it was not the target: an error of the client's own making, such as an
 * argument that it refuses. Never repeats a message that could hold what was sent.
 */
export function outageOf(thrown: unknown, timedOut: boolean): WireError | undefined {
  if (thrown instanceof WireError) return thrown
  if (timedOut) return new WireError('timeout')
  const code = codeOf(thrown)
  const outage = outageByCode[code] ?? (isParserError(thrown) ? 'malformed' : byFamily(code))
  return outage === undefined ? undefined : new WireError(outage, code === '' ? undefined : code)
}

/** The code of an error, or of what caused it. */
export function codeOf(thrown: unknown): string {
  const error = thrown as { readonly code?: unknown; readonly cause?: unknown; readonly errors?: readonly unknown[] }
  if (typeof error?.code === 'string') return error.code
  if (Array.isArray(error?.errors)) return codeOf(error.errors[0])
  return error?.cause === undefined ? '' : codeOf(error.cause)
}

function isParserError(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'HTTPParserError'
}

function byFamily(code: string): Outage | undefined {
  return families.find(([pattern]) => pattern.test(code))?.[1]
}
