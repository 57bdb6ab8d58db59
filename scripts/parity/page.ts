import { markdownTable } from '../markdown-table.ts'

/** A mock that a registry has: how it is started on a port, and how it says its version. */
export interface Mock {
  readonly name: string
  readonly registry: string
  readonly provider: string
  /** What it says of itself, in our words. */
  readonly says: string
  readonly command: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly version: readonly string[]
  /** The version whose gaps were looked at by hand, one by one, and those that were not. */
  readonly looked?: { readonly version: string; readonly except: readonly string[] }
}

interface JudgedCause {
  readonly title: string
  readonly breaks: number
  readonly blocks: number
  readonly proof: string
  readonly request: string
  readonly at: string
  readonly expected: string
  readonly actual: string
}

/** What the last run found of a mock. */
export interface Judged {
  readonly version: string
  readonly date: string
  readonly figures: {
    readonly clauses: number
    readonly judged: number
    readonly conforming: number
    readonly gaps: number
    readonly failing: number
    readonly blocked: number
  }
  readonly gaps: readonly string[]
  /** Those that break and block most first. */
  readonly causes: readonly JudgedCause[]
}

const shownCauses = 12

/** The page about the mocks of the registries. */
export function parityPage(mocks: readonly Mock[], results: Readonly<Record<string, Judged>>): string {
  const rows = mocks.flatMap(({ name, registry, provider }) => {
    const judged = results[name]
    if (judged === undefined) return []
    const { figures, version, date } = judged
    return [
      [name, registry, version, provider, date, figures.judged, figures.conforming, figures.gaps, figures.blocked],
    ]
  })
  const head = ['mock', 'registry', 'version', 'provider', 'judged on', 'judged', 'conforming', 'gaps', 'blocked']
  return `${opening}
${markdownTable(head, rows)}

${mocks.map((mock) => section(mock, results[mock.name])).join('\n')}
${closing}`
}

function section(mock: Mock, judged: Judged | undefined): string {
  if (judged === undefined) return `## ${mock.name}\n\nIt was not judged yet.\n`
  const causes = judged.causes.slice(0, shownCauses)
  const rows = causes.map(({ title, breaks, blocks, proof, request, at, expected, actual }) => [
    cell(title),
    breaks,
    blocks,
    `\`${proof}\``,
    cell(`${request}: ${at} is ${short(actual)}, expected ${short(expected)}`),
  ])
  const more = judged.causes.length - causes.length
  return `## ${mock.name} ${judged.version}

${mock.says} ${lookedAt(mock, judged)}

${causes.length === 0 ? 'No gap was found.' : markdownTable(['cause', 'breaks', 'blocks', 'clause', 'proof'], rows)}
${more > 0 ? `\n${more} more causes are in the report of such a run.\n` : ''}`
}

function lookedAt({ looked }: Mock, { version, gaps }: Judged): string {
  if (gaps.length === 0) return ''
  if (looked?.version !== version) return 'Its gaps were not looked at one by one.'
  const unread = looked.except.filter((id) => gaps.includes(id))
  return unread.length === 0
    ? 'Each of its gaps was looked at by hand.'
    : `Its gaps were looked at by hand, but for ${unread.map((id) => `\`${id}\``).join(', ')}.`
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/[<>]/g, (sign) => (sign === '<' ? '&lt;' : '&gt;'))
}

const opening = `# Mocks of the registries

How well do the mocks that package registries have imitate what the documentation promises? Each was started as its own documentation says and judged
with the command that anybody can use. A gap says that the mock departs from the documentation of the provider, not that it is of no use: most of them
imitate a part, and some another version. _Judged_, _conforming_ and _gaps_ count clauses; _blocked_ are clauses that could not be judged because of a gap.
`

const closing = `## Add a mock

1. Add it to \`scripts/parity/mocks.json\`: its name and registry, the command that starts it on \`{port}\`, and the one that says its version.
2. Install it so that the command is found, and run \`npm run parity -- NAME\`. A mock whose program is not there keeps what was found before.
3. Look at each gap with its proof, and note the version under \`looked\`, with the clauses that were not looked at.
`
