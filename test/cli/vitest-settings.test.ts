import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../schemas/project-root.ts'
import { vitestSettings, vitestVariables } from '../../cli/vitest-settings.ts'

describe('the settings of the checks as vitest tests', () => {
  it('are those of the flags where nothing is set', () => {
    expect(vitestSettings({}).flags).toEqual({
      target: 'emulator',
      seed: 1,
      timeout: 30,
      maxRequests: 20_000,
      maxCreations: 20_000,
      maxMinutes: 60,
      ledger: '.assay',
      allowHost: [],
    })
  })

  it('come from the variables, read as the flags are', () => {
    expect(
      vitestSettings({
        ASSAY_TARGET: 'http://127.0.0.1:1',
        ASSAY_SEED: '7',
        ASSAY_RUNS: '3',
        ASSAY_WAIVERS: 'waivers.json',
        ASSAY_TIMEOUT: '5',
        ASSAY_MAX_REQUESTS: '100',
        ASSAY_MAX_CREATIONS: '0',
        HOME: '/root',
      }).flags,
    ).toMatchObject({
      target: 'http://127.0.0.1:1',
      seed: 7,
      runs: 3,
      waivers: 'waivers.json',
      timeout: 5,
      maxRequests: 100,
      maxCreations: 0,
    })
  })

  it.each([
    ['ASSAY_SEED', 'many', 'ASSAY_SEED cannot be used. Give a whole number from 0 to 2147483647.'],
    ['ASSAY_RUNS', '0', 'ASSAY_RUNS cannot be used. Give a whole number from 1 to 100000.'],
    ['ASSAY_MAX_REQUESTS', '-1', 'ASSAY_MAX_REQUESTS cannot be used. Give a whole number from 1 to 10000000.'],
    ['ASSAY_MAX_CREATIONS', '1.5', 'ASSAY_MAX_CREATIONS cannot be used. Give a whole number from 0 to 10000000.'],
  ])('refuse %s=%s in a sentence', (variable, value, says) => {
    expect(() => vitestSettings({ ASSAY_TARGET: 'live', [variable]: value })).toThrow(says)
  })

  it('are named in .env.example', () => {
    const example = readFileSync(join(projectRoot, '.env.example'), 'utf8')
    for (const variable of vitestVariables) expect(example).toMatch(new RegExp(`^${variable}=$`, 'm'))
  })
})
