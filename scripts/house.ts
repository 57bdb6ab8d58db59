import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { projectRoot } from '../schemas/project-root.ts'

/** The folders whose sources ship. */
const rooms = [
  'api',
  'cli',
  'contracts',
  'emulator',
  'engine',
  'history',
  'init',
  'model',
  'reporters',
  'schemas',
  'suites',
  'wire',
]

/**
 * The structure as a Mermaid flowchart: folders as boxes, imports as arrows. An import that other arrows imply is left out, so that
 * the picture shows the layers.
 */
export function houseChart(): string {
  const imports = new Map(rooms.map((room) => [room, importsOf(room)]))
  const arrows = rooms.flatMap((from) =>
    [...(imports.get(from) ?? [])].filter((to) => !isImplied(imports, from, to)).map((to) => `  ${from} --> ${to}`),
  )
  return ['```mermaid', 'flowchart TD', ...rooms.map((room) => `  ${room}[${room}/]`), ...arrows, '```'].join('\n')
}

/** The rooms that the sources of a room import. */
function importsOf(room: string): ReadonlySet<string> {
  const folder = join(projectRoot, room)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  )
  const found = new Set(
    files.flatMap((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(/from '(\.[^']+)'/g)].map(
        ([, path = '']) => relative(projectRoot, join(folder, name, '..', path)).split('/')[0] ?? '',
      ),
    ),
  )
  return new Set(rooms.filter((other) => other !== room && found.has(other)))
}

/** Whether a third room leads from one to the other. */
function isImplied(imports: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  const seen = new Set([from])
  const waiting = [...(imports.get(from) ?? [])].filter((room) => room !== to)
  for (let room = waiting.pop(); room !== undefined; room = waiting.pop()) {
    if (room === to) return true
    if (seen.has(room)) continue
    seen.add(room)
    waiting.push(...(imports.get(room) ?? []))
  }
  return false
}
