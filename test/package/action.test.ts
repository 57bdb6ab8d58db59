import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { validateAction } from '@action-validator/core'
import { beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { projectRoot } from '../../schemas/project-root.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { installPacked } from './consumer.ts'
import { pack } from './pack.ts'

interface Step {
  readonly name?: string
  readonly id?: string
  readonly uses?: string
  readonly if?: string
  readonly shell?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
}

const source = readFileSync(join(projectRoot, 'action.yml'), 'utf8')
const { inputs, runs } = parse(source) as {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>
  readonly runs: { readonly using: string; readonly steps: readonly Step[] }
}

const stepNamed = (name: string): Step => {
  const step = runs.steps.find((one) => one.name === name)
  if (step === undefined) throw new Error(`action.yml has no step "${name}"`)
  return step
}

describe('action.yml', () => {
  it('is valid', () => {
    expect(validateAction(source).errors).toEqual([])
  })

  it('describes every input and gives it a default', () => {
    for (const { description, default: value } of Object.values(inputs)) {
      expect(description).toMatch(/\.$/)
      expect(value).toBeTypeOf('string')
    }
    const used = [...source.matchAll(/inputs\.([a-z-]+)/g)].map(([, name]) => name)
    expect(new Set(used)).toEqual(new Set(Object.keys(inputs)))
  })

  it('pins the actions that it uses to commits', () => {
    const used = runs.steps.flatMap(({ uses }) => uses ?? [])
    expect(used.length).toBeGreaterThan(0)
    expect(used.filter((uses) => !/@[0-9a-f]{40}$/.test(uses))).toEqual([])
  })

  it('puts no expression into a command, where a value could end it', () => {
    expect(
      runs.steps.filter(({ run, shell }) => run !== undefined && (run.includes('${{') || shell !== 'bash')),
    ).toEqual([])
  })
})

/** What a runner gives to a step: files for outputs, the path and the summary, and a folder for temporary files. */
function runner() {
  const folder = temporaryFolder()
  const files = { GITHUB_OUTPUT: 'output', GITHUB_PATH: 'path', GITHUB_STEP_SUMMARY: 'summary.md' }
  const env: Record<string, string | undefined> = {
    // how the registry is reached is a matter of the machine
    ...process.env,
    npm_config_prefer_offline: 'true',
    GITHUB_ACTIONS: 'true',
    RUNNER_TEMP: join(folder, 'tmp'),
  }
  mkdirSync(join(folder, 'tmp'))
  mkdirSync(join(folder, 'workspace'))
  for (const [variable, name] of Object.entries(files)) {
    env[variable] = join(folder, name)
    writeFileSync(join(folder, name), '')
  }
  return {
    workspace: join(folder, 'workspace'),
    read: (name: keyof typeof files) => readFileSync(env[name] ?? '', 'utf8'),
    /** Runs a step as the runner does: bash that ends at the first failure, with the folders of GITHUB_PATH in front. */
    step(name: string, given: Readonly<Record<string, string>> = {}) {
      const { run = '', env: declared = {} } = stepNamed(name)
      const missing = Object.keys(given).filter((variable) => declared[variable] === undefined)
      if (missing.length > 0) throw new Error(`the step "${name}" takes no ${missing.join(', ')}`)
      const empty = Object.fromEntries(Object.keys(declared).map((variable) => [variable, '']))
      const added = readFileSync(env['GITHUB_PATH'] ?? '', 'utf8')
        .split('\n')
        .filter((line) => line !== '')
      return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
        cwd: join(folder, 'workspace'),
        env: { ...env, ...empty, ...given, PATH: [...added.toReversed(), env['PATH']].join(':') },
        encoding: 'utf8',
      })
    },
    add: (path: string) => writeFileSync(env['GITHUB_PATH'] ?? '', `${path}\n`, { flag: 'a' }),
  }
}

const { tarball } = pack()
const installed = join(installPacked(tarball), 'node_modules', '.bin')
let on: ReturnType<typeof runner>
beforeEach(() => {
  on = runner()
})

describe('the steps of the action', () => {
  it('install what is named, and put the command on the path', () => {
    const told = on.step('Install Assay', { VERSION: tarball })
    expect(told).toMatchObject({ status: 0 })
    const assay = join(on.read('GITHUB_PATH').trim(), 'assay')
    expect(execFileSync(assay, ['--version'], { encoding: 'utf8' })).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it('judge, write the summary, and hand the exit code on', () => {
    on.add(installed)
    const given = {
      PROVIDER: 'acinq-strike',
      TARGET: 'emulator',
      REPORT: 'report/assay',
      ARGUMENTS: '--only acinq-strike/creating/exact-satoshi --seed 7',
    }
    expect(on.step('Judge', given)).toMatchObject({ status: 0, stdout: expect.stringContaining('seed 7') })
    expect(on.read('GITHUB_OUTPUT')).toBe('exit-code=0\n')
    expect(on.read('GITHUB_STEP_SUMMARY')).toMatch(/^## Assay: conforms\n/)
    expect(existsSync(join(on.workspace, 'report', 'assay', 'report.json'))).toBe(true)
  })

  it('judge on, whatever the run comes to', () => {
    on.add(installed)
    const given = { PROVIDER: 'acinq-strike no-such-provider', TARGET: 'emulator', REPORT: 'r', ARGUMENTS: '' }
    expect(on.step('Judge', given)).toMatchObject({ status: 0, stderr: expect.stringContaining('no-such-provider') })
    expect(on.read('GITHUB_OUTPUT')).toBe('exit-code=2\n')
  })

  it('remove what an interrupted run left', () => {
    on.add(installed)
    expect(on.step('Remove what an interrupted run left', { PROVIDER: 'acinq-strike' })).toMatchObject({ status: 0 })
  })

  it.each(['0', '1', '2', '3'])('fail as the run did: %s', (code) => {
    expect(on.step('Fail as the run did', { CODE: code }).status).toBe(Number(code))
  })
})
