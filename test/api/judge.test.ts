import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { judge, startEmulator } from '../../api/index.ts'
import type { JudgeSetting, RunningEmulator } from '../../api/index.ts'
import { validateOwn } from '../../schemas/own.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const only = ['acinq-strike/creating']
let folder: string
let emulator: RunningEmulator
beforeEach(async () => {
  folder = temporaryFolder()
  emulator = await startEmulator('acinq-strike')
})
afterEach(() => emulator.close())

describe('judge', () => {
  it('judges the embedded emulator, and returns the report that the command writes', async () => {
    const report = await judge({ provider: 'acinq-strike', only, seed: 7, environment: {} })
    expect(validateOwn('report', report)).toBeUndefined()
    expect(report).toMatchObject({ target: 'emulator', seed: 7, only, exitCode: 0 })
    expect(report.providers.map(({ name, outcome }) => [name, outcome])).toEqual([['acinq-strike', 'conforms']])
  })

  it('judges a URL with the keys of the environment that it is given, notes what it makes, and records', async () => {
    const record = join(folder, 'run.har')
    const ledger = join(folder, 'ledger')
    const report = await judge({
      provider: ['acinq-strike'],
      target: new URL(emulator.origin),
      only,
      runs: 1,
      maxRequests: 50,
      ledger,
      record,
      allowHost: [new URL(emulator.origin).hostname],
      environment: { STRIKE_TESTNET_API_KEY: 'sk_fromtheenvironment' },
    })
    expect(report).toMatchObject({ target: 'url', runs: 1, exitCode: 0 })
    const { authorization = '' } = emulator.requests()[0]?.headers ?? {}
    expect(Buffer.from(authorization.replace('Basic ', ''), 'base64').toString()).toBe('sk_fromtheenvironment:')
    expect(existsSync(ledger)).toBe(true)
    const har = readFileSync(record, 'utf8')
    expect(har).not.toContain('sk_fromtheenvironment')
    const again = await judge({ provider: 'acinq-strike', target: record, environment: {} })
    expect(again).toMatchObject({ target: 'recording', exitCode: 0 })
    expect(again.providers[0]?.exchanges).toBe(report.providers[0]?.exchanges)
  })

  it('uses the clock and the levers of an emulator that is served', async () => {
    const setting = { provider: 'acinq-strike', target: emulator.origin, environment: {}, ledger: folder } as const
    const paying = { ...setting, only: ['acinq-strike/paying'], runs: 1 }
    const [plain, emulated] = [await judge(paying), await judge({ ...paying, emulated: true })]
    expect(plain.providers[0]?.figures.judged).toBeLessThan(emulated.providers[0]?.figures.judged ?? 0)
  })

  it('reports gaps and throws nothing for them', async () => {
    await emulator.close()
    emulator = await startEmulator('straddle', { faults: ['empty-unauthorized'] })
    const report = await judge({
      provider: 'straddle',
      target: emulator.origin,
      only: ['straddle/authentication'],
      ledger: folder,
      environment: {},
    })
    expect(report.clauses.filter(({ verdict }) => verdict === 'gap').map(({ id }) => id)).toContain(
      'straddle.errors.response.json',
    )
  })

  it('reports what was judged until it was stopped', async () => {
    const report = await judge({ provider: 'acinq-strike', signal: AbortSignal.abort(), environment: {} })
    expect(report).toMatchObject({ partial: true, exitCode: 3 })
  })

  it.each<[string, object, string]>([
    ['a provider', { provider: 'strpie' }, 'There is no provider "strpie"; choose from '],
    ['a setting that does not exist', { targets: 'live' }, 'There is no setting "targets"; choose from '],
    ['a seed', { seed: 0.5 }, 'seed cannot be used. Give a whole number from 0 to '],
    ['a time limit', { timeout: 0 }, 'timeout cannot be used. Give a whole number from 1 to 600.'],
    ['a target', { target: 'nowhere' }, 'The target "nowhere" is none of '],
    ['a selection', { only: ['no-such-check'] }, 'Nothing is selected by "no-such-check"'],
    ['a file of waivers', { waivers: 'no-such-file.json' }, 'There is no waiver file no-such-file.json.'],
    ['an address of a recording for another target', { baseUrl: 'http://localhost' }, 'baseUrl is for recordings'],
  ])('refuses %s in a sentence', async (_what, setting, message) => {
    await expect(judge(setting as JudgeSetting)).rejects.toThrow(message)
  })

  it('refuses to select of a recording', async () => {
    const target = join(folder, 'empty.har')
    writeFileSync(target, '{ "log": { "entries": [] } }')
    await expect(judge({ provider: 'stripe', target, only })).rejects.toThrow('A recording is judged as a whole')
    expect(await judge({ provider: 'stripe', target })).toMatchObject({ exitCode: 3 })
  })

  it('prints nothing and listens to no signal of the process', async () => {
    const before = process.listenerCount('SIGINT') + process.listenerCount('uncaughtException')
    const running = judge({ provider: 'acinq-strike', only, environment: {} })
    expect(process.listenerCount('SIGINT') + process.listenerCount('uncaughtException')).toBe(before)
    await running
  })
})
