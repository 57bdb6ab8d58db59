import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Capability, Clause, KnownDeparture, Level, Reading, Source } from '../model/clause.ts'
import { validateOwn } from '../schemas/own.ts'
import { ContractError } from '../schemas/contract-error.ts'
import { projectRoot } from '../schemas/project-root.ts'

interface ClauseFile {
  readonly document: string
  readonly section: string
  readonly order?: number
  readonly clauses: readonly ClauseEntry[]
}

interface ClauseEntry {
  readonly id: string
  readonly level: Level
  readonly text: string
  readonly source: Omit<Source, 'document'> & { readonly document?: string }
  readonly needs?: readonly Capability[]
  readonly standsOn?: readonly string[]
  readonly readings?: readonly Reading[]
  readonly departures?: readonly KnownDeparture[]
  readonly excluded?: string
  readonly note?: string
}

/** The clauses of a provider by id, in the order of its documentation. */
export function readClauses(
  provider: string,
  folder = join(projectRoot, 'contracts', provider, 'clauses'),
): ReadonlyMap<string, Clause> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => readClauseFile(join(folder, name)))
    .toSorted((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || 0)
  const clauses = new Map<string, Clause>()
  for (const clause of files.flatMap(clausesOf)) {
    if (clauses.has(clause.id)) throw new ContractError(`The clause id ${clause.id} is used twice.`)
    if (!clause.id.startsWith(`${provider}.`))
      throw new ContractError(`The clause ${clause.id} stands in the contract of ${provider}.`)
    clauses.set(clause.id, clause)
  }
  return clauses
}

function readClauseFile(path: string): ClauseFile {
  const file: unknown = JSON.parse(readFileSync(path, 'utf8'))
  const problem = validateOwn('clause', file)
  if (problem !== undefined) throw new ContractError(`${path}: ${problem}`)
  return file as ClauseFile
}

function clausesOf(file: ClauseFile): readonly Clause[] {
  return file.clauses.map((entry) => ({
    needs: [],
    standsOn: [],
    readings: [],
    departures: [],
    ...entry,
    section: file.section,
    source: { document: file.document, ...entry.source },
  }))
}
