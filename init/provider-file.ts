import type { Carried } from './security.ts'

export interface ProviderFile {
  readonly name: string
  readonly title: string
  readonly urls: readonly string[]
  readonly carried: Carried
  readonly form: boolean
  /** The header of keys under which requests can be repeated. */
  readonly keyHeader: string | undefined
}

/** The text of `provider.ts`: what differs between providers in transport, with what was guessed marked. */
export function providerFile({ name, title, urls, carried, form, keyHeader }: ProviderFile): string {
  const variable = name.replaceAll('-', '_').toUpperCase()
  const sandboxes = urls.filter((url) => /sandbox|test|staging|\bdev\b|localhost|127\.0\.0\.1/i.test(url))
  const others = urls.filter((url) => !sandboxes.includes(url))
  const hosts = (list: readonly string[]): string => text([...new Set(list.map((url) => new URL(url).hostname))])
  const [sandbox] = sandboxes
  return `import type { Provider } from 'assay'

/** ${title}, made from its OpenAPI description. What is marked as guessed stands in no description: look at it once. */
export const provider: Provider = {
  name: ${text(name)},
  title: ${text(title)},
  document: ${text(title)},
  live: {
    ${sandbox === undefined ? "closed: 'The description names no sandbox; put its address into live.origin.'," : `origin: ${text(sandbox)}, // guessed: the address that sounds like a sandbox`}
    sandboxHosts: ${hosts(sandboxes)},
    productionHosts: ${hosts(others)}, // guessed: what does not sound like a sandbox; never asked without --allow-production
    keyVariable: '${variable}_API_KEY',
    secondKeyVariable: '${variable}_SECOND_API_KEY',
    originVariable: '${variable}_ORIGIN',
  },
  authentication: {
    schemes: ${text(carried.schemes)},${places(carried)}
    keyPrefix: '', // guessed: how keys begin
    unknownKey: 'assay-unknown-key-000000000000',
  },
  encoding: '${form ? 'form' : 'json'}',
  headers: [['accept', 'application/json']],${keyHeader === undefined ? '' : `\n  idempotencyHeader: ${text(keyHeader)}, // guessed: by its name`}
  liveCapabilities: ['keyed', 'second-account'],
  pace: { concurrency: 2, requestsPerSecond: 5 }, // guessed: careful
  retry: { attempts: 2, firstDelayMs: 500, longestDelayMs: 8_000 }, // guessed
  change: {},
}
`
}

const places = (carried: Carried): string =>
  Object.entries(carried)
    .filter(([place]) => place !== 'schemes')
    .map(([place, name]) => `\n    ${place}: ${text(name)},`)
    .join('')

const text = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll(
      /"((?:[^"\\]|\\.)*)"/g,
      (_, inner: string) => `'${inner.replaceAll("'", String.raw`\'`).replaceAll(String.raw`\"`, '"')}'`,
    )
    .replaceAll(',', ', ')
