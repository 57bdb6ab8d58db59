import type { WireRequest } from './exchange.ts'

/** Why a text cannot be the path and query of a request to the origin, or undefined where it can. */
export function pathFlaw(path: string): string | undefined {
  if (!path.startsWith('/')) return 'it does not begin with a slash'
  if (path.startsWith('//')) return 'it names another host'
  if (/[^\x21-\x7e]/.test(path)) return 'it holds characters that have to be percent-encoded'
  if (path.includes('#')) return 'it holds a fragment'
  if (/\/(\.|%2e){1,2}([/?]|$)/i.test(path)) return 'it holds a step to the folder above'
  return undefined
}

/** Why a text cannot be the value of a header field, or undefined where it can. */
export function fieldFlaw(value: string): string | undefined {
  return /[^\t\x20-\x7e\x80-\xff]/.test(value) ? 'it holds characters that no header field can hold' : undefined
}

/** Throws where a request is not one that HTTP can carry to the origin: whoever made it has not checked what it was made of. */
export function assertSendable({ path, headers }: Pick<WireRequest, 'path' | 'headers'>): void {
  const flaw = pathFlaw(path)
  if (flaw !== undefined) throw new Error(`a request cannot be sent, since of its path ${flaw}`)
  for (const [name, value] of headers) {
    const unfit = fieldFlaw(value)
    if (unfit !== undefined) throw new Error(`a request cannot be sent, since of its header field ${name} ${unfit}`)
  }
}
