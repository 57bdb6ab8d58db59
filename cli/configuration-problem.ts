import type { errorsIn } from '../schemas/own.ts'

/** The first thing that is wrong with a configuration, in words, and where. */
export interface Problem {
  /** Names of settings and places in lists, from the top. */
  readonly path: readonly string[]
  readonly text: string
}

export function problemOf(errors: ReturnType<typeof errorsIn>): Problem | undefined {
  const error = errors?.find(({ keyword }) => keyword !== 'oneOf' && keyword !== 'propertyNames')
  if (error === undefined) return undefined
  const path = error.instancePath.split('/').slice(1).map(decoded)
  const where = path.length === 0 ? 'the configuration' : path.join('.')
  const params = error.params as Readonly<Record<string, unknown>>
  const surplus = params['additionalProperty']
  if (typeof surplus === 'string') return { path: [...path, surplus], text: `${where} has no setting "${surplus}"` }
  if (error.propertyName !== undefined)
    return { path: [...path, error.propertyName], text: `"${error.propertyName}" cannot be the name of a target` }
  if (path.at(-1) === 'history') return { path, text: `${where} is neither a folder nor false` }
  const allowed = params['allowedValues']
  if (Array.isArray(allowed)) return { path, text: `${where} is none of ${allowed.join(', ')}` }
  const missing = params['missingProperty']
  return { path, text: typeof missing === 'string' ? `${where} has no "${missing}"` : `${where} ${error.message}` }
}

const decoded = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~')
