import { cpSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInstrumenter } from '@stryker-mutator/instrumenter'
import { createInjector } from 'typed-inject'
import type { SourceMutant } from './mutant.ts'

/** Everything that a run imports. */
const rooms = ['contracts', 'emulator', 'engine', 'model', 'schemas', 'scripts', 'suites', 'wire', 'package.json']

/** A copy of the project in which every mutant of the given files stands behind a switch. */
export async function instrumentedCopy(
  root: string,
  files: readonly string[],
): Promise<{ readonly folder: string; readonly mutants: readonly SourceMutant[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-recall-'))
  for (const room of rooms) cpSync(join(root, room), join(folder, room), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const sources = new Map(files.map((name) => [name, readFileSync(join(root, name), 'utf8')]))
  const instrumented = await instrumenter().instrument(
    [...sources].map(([name, content]) => ({ name, content, mutate: true })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  )
  for (const { name, content } of instrumented.files) writeFileSync(join(folder, name), content)
  return {
    folder,
    mutants: instrumented.mutants.map(({ id, fileName, location, mutatorName, replacement }) => ({
      id,
      file: fileName,
      line: location.start.line + 1,
      column: location.start.column + 1,
      mutator: mutatorName,
      original: textAt(sources.get(fileName) ?? '', location),
      replacement,
    })),
  }
}

/** What no client of the provider meets: the control interface, and the faults that are asked for. */
const notOfTheProvider: ReadonlySet<string> = new Set(['faults.ts', 'levers.ts'])

/** The files of a folder whose code answers as the provider, by their path from the root. */
export function sourcesIn(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !notOfTheProvider.has(path))
    .map((path) => join(folder, path))
    .toSorted()
}

function instrumenter() {
  const quiet = () => undefined
  const logger = {
    isTraceEnabled: () => false,
    isDebugEnabled: () => false,
    isInfoEnabled: () => false,
    isWarnEnabled: () => false,
    isErrorEnabled: () => false,
    isFatalEnabled: () => false,
    trace: quiet,
    debug: quiet,
    info: quiet,
    warn: quiet,
    error: quiet,
    fatal: quiet,
  }
  return createInjector()
    .provideValue('getLogger', () => logger)
    .provideValue('logger', logger)
    .injectFunction(createInstrumenter)
}

interface Position {
  readonly line: number
  readonly column: number
}

function textAt(source: string, { start, end }: { readonly start: Position; readonly end: Position }): string {
  const lines = source.split('\n').slice(start.line, end.line + 1)
  const last = lines.length - 1
  return lines
    .map((line, index) => line.slice(index === 0 ? start.column : 0, index === last ? end.column : undefined))
    .join('\n')
}
