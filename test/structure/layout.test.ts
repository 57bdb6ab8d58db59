import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { providers } from '../../contracts/index.ts'
import { projectRoot } from '../../schemas/project-root.ts'
import { emulated } from '../emulated.ts'

const names = providers.map(({ name }) => name)
const emulatedNames = emulated.map(({ name }) => name)

/** Folders with one folder a provider, and what else stands in them. */
const homes: Readonly<Record<string, readonly string[]>> = {
  contracts: [],
  schemas: ['assay'],
  suites: ['arbitraries', 'derived', 'laws', 'observers', 'vocabulary'],
  emulator: ['mutants', 'variants'],
}

describe('a provider is a folder in each of three places, another for its emulator, and a line in one file', () => {
  it.each(Object.entries(homes))('%s', (home, others) => {
    const folders = readdirSync(join(projectRoot, home), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(folders.map(({ name }) => name).toSorted()).toEqual(
      [...(home === 'emulator' ? emulatedNames : names), ...others].toSorted(),
    )
  })

  it.each(emulatedNames)('%s has lies of its own', (name) => {
    expect(existsSync(join(projectRoot, 'emulator', 'mutants', `${name}.ts`))).toBe(true)
  })

  it('no other source file names a provider', () => {
    const quoted = new RegExp(`['"\`/](${names.join('|')})['"\`/]`)
    const naming = sourceFiles().filter((path) => quoted.test(readFileSync(join(projectRoot, path), 'utf8')))
    expect(naming).toEqual(['contracts/index.ts'])
  })
})

/** Source files outside the folders of providers. */
function sourceFiles(): readonly string[] {
  return [
    'bench',
    'cli',
    'contracts',
    'emulator',
    'engine',
    'history',
    'init',
    'reporters',
    'schemas',
    'scripts',
    'model',
    'suites',
    'wire',
  ].flatMap((home) =>
    readdirSync(join(projectRoot, home), { recursive: true, encoding: 'utf8' })
      .map((path) => `${home}/${path}`)
      .filter(
        (path) =>
          path.endsWith('.ts') &&
          !names.some(
            (name) =>
              path.split('/').includes(name) ||
              ['mutants', 'variants'].some((kind) => path.endsWith(`emulator/${kind}/${name}.ts`)),
          ),
      ),
  )
}
