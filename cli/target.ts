import type { Breadth } from '../engine/breadth.ts'
import { existsSync } from 'node:fs'
import type { TargetKind } from '../model/report.ts'
import { UsageError } from '../wire/errors.ts'

/** What `--target` means, read once. */
export type TargetChoice =
  | { readonly kind: 'emulator' }
  | { readonly kind: 'live' }
  | { readonly kind: 'url'; readonly origin: URL; readonly emulated: boolean }
  | { readonly kind: 'recording'; readonly path: string }

/** Reads a target: `emulator`, `live`, a URL, or the path of a recording; `emulated` says that a served emulator is behind the URL. */
export function parseTarget(text: string, emulated = false, named: readonly string[] = []): TargetChoice {
  const choice = choiceOf(text, emulated, named)
  if (emulated && choice.kind !== 'url')
    throw new UsageError('--emulated is for an emulator that is served at a URL; give that URL as --target.')
  return choice
}

function choiceOf(text: string, emulated: boolean, named: readonly string[]): TargetChoice {
  if (text === 'emulator' || text === 'live') return { kind: text }
  if (/^https?:/.test(text)) return { kind: 'url', origin: parseOrigin(text), emulated }
  if (existsSync(text)) return { kind: 'recording', path: text }
  throw new UsageError(
    `The target "${text}" is none of emulator, live, ${named.map((name) => `${name}, `).join('')}a URL that begins with http:// or https://, or a file that exists.`,
  )
}

/** Reads an origin, which may have a base path but nothing after it. */
export function parseOrigin(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new UsageError('The address of the target is not a URL that begins with http:// or https://.')
  if (url.username !== '' || url.password !== '')
    throw new UsageError('The address of the target holds credentials; put the key into the environment instead.')
  if (url.search !== '' || url.hash !== '')
    throw new UsageError('The address of the target has a query or a fragment; give the origin and base path only.')
  return url
}

/** Each request to a live service has a price: there, one cell of each law is enough where nothing else is asked for. */
export const usualBreadth: Readonly<Record<TargetKind, Breadth>> = {
  emulator: 'all',
  live: 'one',
  url: 'all',
  recording: 'all',
}

/** Generated inputs for each property where `--runs` is not given: few where calls cost. */
export const usualRuns: Readonly<Record<TargetKind, number>> = { emulator: 10, live: 2, url: 5, recording: 1 }

/** Failing inputs tried while shrinking. */
export const usualShrinks: Readonly<Record<TargetKind, number>> = { emulator: 100, live: 5, url: 20, recording: 0 }
