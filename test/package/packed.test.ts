import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { cpSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../schemas/project-root.ts'
import { installPacked } from './consumer.ts'
import { pack } from './pack.ts'

const packed = pack()
const folder = installPacked(packed.tarball)
const installed = join(folder, 'node_modules', 'assay')
const size = sizeOnDisk(join(folder, 'node_modules'))
// the tests below have vitest at hand as a user has who installed it
symlinkSync(join(projectRoot, 'node_modules', 'vitest'), join(folder, 'node_modules', 'vitest'))
cpSync(join(projectRoot, 'test', 'package', 'project'), join(folder, 'project'), { recursive: true })

const assay = join(folder, 'node_modules', '.bin', 'assay')
const environment = { PATH: process.env['PATH'] ?? '', NO_COLOR: '1' }

const megabyte = 1_000_000

/** Runs a program in the user's folder; its output, or a throw where it fails. */
function output(file: string, args: readonly string[]): string {
  return execFileSync(file, args, {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Bytes on a disk with blocks of 4,096 bytes. */
function sizeOnDisk(path: string): number {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + Math.ceil(statSync(join(entry.parentPath, entry.name)).size / 4096) * 4096, 0)
}

describe('the packed file', () => {
  it('holds what is named and nothing that lies about', () => {
    const foreign = packed.files.filter(
      (path) =>
        !/^(LICENSE|README\.md|CHANGELOG\.md|package\.json|\.env\.example|bin\/assay\.js)$/.test(path) &&
        !/^dist\/(api|cli|contracts|emulator|engine|history|init|model|reporters|schemas|suites|wire)\/.+\.(js|d\.ts)$/.test(
          path,
        ) &&
        !/^dist\/contracts\/compiled\/[a-z-]+\.json$/.test(path) &&
        !/^(contracts|schemas)\/[a-z-]+\/.+\.(json|yaml)$/.test(path) &&
        !/^(docs\/[a-z-]+|emulator\/[a-z-]+\/README)\.md$/.test(path),
    )
    expect(foreign).toEqual([])
    expect(packed.files.filter((path) => /\.test\.|removed-long-ago/.test(path))).toEqual([])
  })

  it('takes 3 MB packed and 40 MB installed at most', () => {
    expect(packed.size).toBeLessThan(3 * megabyte)
    expect(size).toBeLessThan(40 * megabyte)
  })

  it('is without a complaint of publint', async () => {
    const { messages } = await publint({ pkgDir: installed, strict: true, pack: false })
    expect(messages).toEqual([])
  })

  it('has types that resolve as its code does', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(readFileSync(packed.tarball)))
    const problems = 'problems' in analysis ? analysis.problems : []
    expect(analysis.types).not.toBe(false)
    // a package of ES modules: every supported Node can require it, as the next test shows
    expect(problems.filter(({ kind }) => kind !== 'CJSResolvesToESM')).toEqual([])
  })

  it('can be required from CommonJS', () => {
    const script = "console.log(typeof require('assay').startEmulator, typeof require('assay/emulator').startEmulator)"
    expect(output(process.execPath, ['-e', script])).toBe('function function\n')
  })
})

describe('in a folder of its own', () => {
  it('the command judges the emulator, by npx', () => {
    const told = output('npx', [
      '--no-install',
      'assay',
      'run',
      'acinq-strike',
      '--only',
      'acinq-strike/creating/exact-satoshi',
    ])
    expect(told).toContain('conforms (exit 0)')
    const report = JSON.parse(readFileSync(join(folder, 'report', 'report.json'), 'utf8')) as { exitCode: number }
    expect(report.exitCode).toBe(0)
  })

  it('the command serves an emulator, and judges it by its address', async () => {
    const served = spawn(assay, ['emulate', 'acinq-strike'], { cwd: folder, env: environment })
    try {
      const line = await new Promise<string>((resolve) => served.stdout.once('data', (data) => resolve(String(data))))
      const origin = / at (\S+) /.exec(line)?.[1] ?? ''
      const told = spawnSync(
        assay,
        ['run', 'acinq-strike', '--target', origin, '--only', 'acinq-strike/creating/exact-satoshi'],
        {
          cwd: folder,
          env: environment,
          encoding: 'utf8',
        },
      )
      expect(told).toMatchObject({ status: 0, stdout: expect.stringContaining('a server by URL') })
    } finally {
      served.kill()
    }
  })

  it.each(['nodenext.json', 'bundler.json', 'vitest.json'])('its types hold under strict, %s', (project) => {
    const tsc = join(projectRoot, 'node_modules', '.bin', 'tsc')
    const { stdout } = spawnSync(tsc, ['-p', join(folder, 'project', project)], { cwd: folder, encoding: 'utf8' })
    expect(stdout).toBe('')
  })

  it('its checks, its matcher and its reporter work in vitest', () => {
    const vitest = join(folder, 'node_modules', 'vitest', 'vitest.mjs')
    const { status, stdout } = spawnSync(process.execPath, [vitest, 'run'], {
      cwd: join(folder, 'project', 'vitest'),
      env: environment,
      encoding: 'utf8',
    })
    expect(stdout).toMatch(/Tests +\d+ passed/)
    expect(status).toBe(0)
    const report = readFileSync(join(folder, 'project', 'vitest', 'report', 'report.json'), 'utf8')
    expect(JSON.parse(report)).toMatchObject({ exitCode: 0, only: ['acinq-strike/creating'] })
  })

  it('makes a provider of an OpenAPI description, and judges by it', () => {
    const description = join(projectRoot, 'test', 'init', 'fixtures', 'till.yaml')
    expect(output(assay, ['init', 'till', '--openapi', description])).toContain('till: 5 operations')
    const { status, stdout } = spawnSync(assay, ['clauses', './till', '--uncovered'], {
      cwd: folder,
      env: environment,
      encoding: 'utf8',
    })
    expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringMatching(/^0 clauses: /) })
    const tsc = join(projectRoot, 'node_modules', '.bin', 'tsc')
    const types = [
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2022',
      '--ignoreConfig',
      'till/provider.ts',
      'till/suite.ts',
    ]
    expect(spawnSync(tsc, types, { cwd: folder, encoding: 'utf8' }).stdout).toBe('')
  })
})
