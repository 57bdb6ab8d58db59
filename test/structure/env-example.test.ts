import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { providers } from '../../contracts/index.ts'
import { projectRoot } from '../../schemas/project-root.ts'

const example = readFileSync(join(projectRoot, '.env.example'), 'utf8')
const named = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name)

it('.env.example names every variable that a provider reads', () => {
  const read = providers.flatMap(({ live }) => [
    live.keyVariable,
    live.originVariable,
    ...[live.secondKeyVariable, live.tokenVariable].filter((name) => name !== undefined),
  ])
  expect(named).toEqual(expect.arrayContaining(read))
})

it('.env.example holds no value', () => {
  expect(example).not.toMatch(/^[A-Z_]+=.+$/m)
})
