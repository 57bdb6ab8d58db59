import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { validateWorkflow } from '@action-validator/core'
import { parse } from 'yaml'
import { providers } from '../../contracts/index.ts'
import { projectRoot } from '../../schemas/project-root.ts'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
}

interface Job {
  readonly steps: readonly Step[]
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> }
  readonly concurrency?: { readonly group: string }
  readonly environment?: string
  readonly env?: Readonly<Record<string, string>>
  readonly 'timeout-minutes'?: number
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, Job>>
}

const sourceOf = (path: string): string => readFileSync(join(projectRoot, path), 'utf8')
const stepsOf = ({ jobs }: Workflow): readonly Step[] => Object.values(jobs).flatMap(({ steps }) => steps)
const commandsOf = (workflow: Workflow): string =>
  stepsOf(workflow)
    .map(({ run }) => run ?? '')
    .join('\n')

const ciSource = sourceOf('.github/workflows/ci.yml')
const scheduleSource = sourceOf('examples/schedule/.github/workflows/conformance.yml')
const exampleSource = sourceOf('examples/github-actions/conformance.yml')
const ci = parse(ciSource) as Workflow
const example = parse(exampleSource) as Workflow
const schedule = parse(scheduleSource) as Workflow

describe.each([
  ['ci', ci, ciSource],
  ['the example', example, exampleSource],
  ['the schedule', schedule, scheduleSource],
])('%s', (_name, workflow, source) => {
  it('may read and no more', () => {
    expect({ 'security-events': 'write', ...workflow.permissions }).toEqual({
      contents: 'read',
      'security-events': 'write',
    })
  })

  it('is valid', () => {
    expect(validateWorkflow(source).errors).toEqual([])
  })

  it('pins every action to a commit, with its version as a comment', () => {
    const used = [...source.matchAll(/uses: (.*)/g)].map(([, uses = '']) => uses)
    expect(used.length).toBeGreaterThan(0)
    expect(used.filter((uses) => !/^\.\/$|@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(uses))).toEqual([])
  })

  it('has commands that the shell understands', () => {
    for (const { run } of stepsOf(workflow)) {
      if (run === undefined) continue
      expect(spawnSync('bash', ['-n', '-c', run], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
    }
  })

  it('installs what it needs without the scripts of packages', () => {
    expect(commandsOf(workflow)).not.toMatch(/npm (?:ci|install)(?!.*--ignore-scripts)/)
  })

  it('puts no expression into a command, where a value could end it', () => {
    expect(commandsOf(workflow)).not.toContain('${{')
  })

  it('ends by itself', () => {
    expect(Object.values(workflow.jobs).every((job) => (job['timeout-minutes'] ?? 0) > 0)).toBe(true)
  })
})

it('ci checks on every supported Node, shows a part of the mutants, and all of them on a schedule', () => {
  expect(ci.jobs['check']?.strategy?.matrix['node']).toEqual(['20', '22', '24'])
  expect(commandsOf(ci)).toContain('.ci/run')
  expect(commandsOf(ci)).toContain('assay mutants --every 20')
  expect(Object.keys(ci.on)).toContain('schedule')
  const scheduled = ['npx assay mutants', 'npm run seeds -- --seeds 1000', 'npm run mutation', 'npm run soak']
  expect(scheduled.filter((command) => !commandsOf(ci).includes(command))).toEqual([])
  expect(ci.jobs['soak']?.strategy?.matrix['provider']?.toSorted()).toEqual(
    providers.map(({ name }) => name).toSorted(),
  )
})

it('the example runs on a schedule, an account at a time, and joins the parts of each provider', () => {
  const judge = example.jobs['judge']
  expect(Object.keys(example.on)).toEqual(['schedule', 'workflow_dispatch'])
  expect(judge?.concurrency?.group).toContain('matrix.provider')
  expect(judge?.environment).toBeDefined()
  expect(commandsOf(example)).toContain('--reporter=blob')
  expect(commandsOf(example)).toContain('vitest --merge-reports')
  expect(commandsOf(example)).toContain('GITHUB_STEP_SUMMARY')
  expect(commandsOf(example)).toMatch(/assay diff .*--as markdown[\s\S]*gh issue comment/)
  const used = stepsOf(example).map(({ uses = '' }) => uses.split('@')[0])
  for (const action of ['actions/cache/restore', 'actions/cache/save', 'github/codeql-action/upload-sarif'])
    expect(used).toContain(action)
})

it.each([
  ['the example', example],
  ['the schedule', schedule],
])('%s hands on the keys of each provider that has a sandbox', (_name, { jobs: { judge } }) => {
  const running = providers.filter(({ live }) => live.origin !== undefined)
  expect(judge?.strategy?.matrix['provider']).toEqual(running.map(({ name }) => name))
  const handed = [judge?.env, ...(judge?.steps.map(({ env }) => env) ?? [])].flatMap((env) => Object.keys(env ?? {}))
  for (const { live } of running) expect(handed).toContain(live.keyVariable)
})
