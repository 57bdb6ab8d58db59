import type { Outage } from '../model/finding.ts'
import { WireError } from './errors.ts'

const outageByCode: Readonly<Record<string, Outage>> = {
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'reset',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ETIMEDOUT: 'timeout',
  UND_ERR_HEADERS_OVERFLOW: 'malformed',
  Z_DATA_ERROR: 'malformed',
  Z_BUF_ERROR: 'reset',
}

/** Names what kept a response from coming. Never repeats a message that could hold what was sent. */
export function outageOf(thrown: unknown, timedOut: boolean): WireError {
  if (thrown instanceof WireError) return thrown
  if (timedOut) return new WireError('timeout')
  const code = codeOf(thrown)
  const outage = outageByCode[code] ?? (isParserError(thrown) ? 'malformed' : byFamily(code))
  return new WireError(outage, code === '' ? undefined : code)
}

function codeOf(thrown: unknown): string {
  const error = thrown as { readonly code?: unknown; readonly cause?: unknown; readonly errors?: readonly unknown[] }
  if (typeof error?.code === 'string') return error.code
  if (Array.isArray(error?.errors)) return codeOf(error.errors[0])
  return error?.cause === undefined ? '' : codeOf(error.cause)
}

function isParserError(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'HTTPParserError'
}

function byFamily(code: string): Outage {
  if (code.startsWith('HPE_')) return 'malformed'
  return /TLS|SSL|CERT|SELF_SIGNED|UNABLE_TO|DEPTH_ZERO|EPROTO/.test(code) ? 'tls' : 'reset'
}
