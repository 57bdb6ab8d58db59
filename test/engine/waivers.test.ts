import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readWaivers, waiverProblems, waiversInForce } from '../../engine/waivers.ts'
import type { Waiver } from '../../engine/waivers.ts'
import type { Verdict } from '../../model/finding.ts'
import type { ClauseRow } from '../../model/report.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const waiver: Waiver = {
  clause: 'acme.a.b',
  target: 'live',
  reason: 'Known to their support.',
  owner: 'payments team',
  expires: '2026-06-30',
}
const row = (verdict: Verdict): ClauseRow => ({
  provider: 'acme',
  id: 'acme.a.b',
  level: 'must',
  text: 'A.',
  section: 'A',
  source: { kind: 'document', document: 'D', section: 'A' },
  verdict,
  severity: 'fail',
  judged: 1,
  findings: [],
})

describe('a waiver', () => {
  it('is in force up to and with its last day, on its own target alone', () => {
    expect([...waiversInForce([waiver], 'live', '2026-06-30').keys()]).toEqual(['acme.a.b'])
    expect(waiversInForce([waiver], 'live', '2026-07-01').size).toBe(0)
    expect(waiversInForce([waiver], 'emulator', '2026-01-01').size).toBe(0)
  })

  it.each([
    ['a gap it waives', [row('gap')], '2026-06-30', []],
    ['a clause that could not be judged', [row('inconclusive')], '2026-06-30', []],
    [
      'a gap it waives, after another clause that conforms',
      [{ ...row('conforms'), id: 'acme.a.a' }, row('gap')],
      '2026-06-30',
      [],
    ],
    [
      'a clause that conforms again',
      [row('conforms')],
      '2026-06-30',
      [['conforms', 'the clause conforms again; remove it']],
    ],
    ['no clause', [], '2026-06-30', [['matches-nothing', 'no clause of this run has this id; remove it']]],
    [
      'a gap, after its last day',
      [row('gap')],
      '2026-07-01',
      [['expired', 'expired on 2026-06-30; renew it with its owner, payments team, or remove it']],
    ],
  ] as const)('fails the run or not: %s', (_, rows, today, problems) => {
    expect(waiverProblems([waiver], 'live', today, rows)).toEqual(
      problems.map(([problem, text]) => ({ clause: 'acme.a.b', problem, text })),
    )
  })

  it('of another target is no problem of this run', () => {
    expect(waiverProblems([waiver], 'url', '2027-01-01', [])).toEqual([])
  })
})

describe('a waiver file', () => {
  const write = (text: string): string => {
    const path = join(temporaryFolder(), 'waivers.json')
    writeFileSync(path, text)
    return path
  }

  it('is read', () => {
    expect(readWaivers(write(JSON.stringify({ waivers: [waiver] })))).toEqual([waiver])
  })

  it.each([
    ['without an owner', JSON.stringify({ waivers: [{ ...waiver, owner: undefined }] }), /cannot be used/],
    ['with a key nobody knows', JSON.stringify({ waivers: [{ ...waiver, colour: 'red' }] }), /colour/],
    ['that is not JSON', '{', /not readable JSON/],
  ])('%s is refused in one sentence', (_, text, sentence) => {
    expect(() => readWaivers(write(text))).toThrow(sentence)
  })

  it('that is not there is said so', () => {
    expect(() => readWaivers('/nowhere/waivers.json')).toThrow('There is no waiver file')
  })
})
