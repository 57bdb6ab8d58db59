import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectRoot } from '../../../schemas/project-root.ts'
import { kindsFor } from '../../../wire/redaction/kinds.ts'

const skipped: ReadonlySet<string> = new Set(['node_modules', '.git', 'dist', 'report', 'coverage'])

/** Recordings and pact files below a folder. */
function recorded(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : recorded(path)
    return entry.name.endsWith('.har') || /[/\\]pacts[/\\][^/\\]+\.json$/.test(path) ? [path] : []
  })
}

const files = recorded(projectRoot)

/** Hosts that belong to nobody (RFC 2606), and telephone numbers kept for fiction. */
const reserved = /[\w.+-]+(?:@|%40)(?:[\w-]+\.)*example(?:\.(?:com|org|net))?\b|(?:\+|%2B)1\d{3}55501\d\d/g

it('there are pact files to look at', () => {
  expect(files.length).toBeGreaterThan(4)
})

it.for(files.map((path) => [path.slice(projectRoot.length + 1), path] as const))(
  '%s holds nothing of the shape of a secret',
  ([, path]) => {
    const text = readFileSync(path, 'utf8').replaceAll(reserved, '')
    const strings = [...text.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([literal]) => JSON.parse(literal) as string)
    const found = strings.flatMap((value) =>
      kindsFor('').flatMap(({ form, holds }) => (value.match(form) ?? []).filter((match) => holds?.(match) !== false)),
    )
    expect(found).toEqual([])
  },
)
