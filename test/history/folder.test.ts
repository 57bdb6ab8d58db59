import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { appendRecord, keptRuns, readHistory } from '../../history/folder.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { sampleRecord } from './sample-records.ts'

const record = (day: number) => sampleRecord(day, { x: 'gap' })
const days = (folder: string): readonly string[] =>
  readHistory(folder).records.map(({ startedAt }) => startedAt.slice(8, 10))

describe('a folder of kept runs', () => {
  it('gives back what was kept, in that order, and leaves nothing else behind', () => {
    const folder = join(temporaryFolder(), 'deep', 'history')
    for (const day of [3, 1, 2]) appendRecord(folder, record(day))
    expect(readHistory(folder)).toEqual({ records: [record(3), record(1), record(2)], notes: [] })
    expect(readdirSync(folder).every((name) => /^\d{8}T\d{9}Z-[0-9a-f]{8}\.json$/.test(name))).toBe(true)
  })

  it('is empty where there is none', () => {
    expect(readHistory(join(temporaryFolder(), 'none'))).toEqual({ records: [], notes: [] })
    expect(readHistory(temporaryFolder())).toEqual({ records: [], notes: [] })
  })

  it('keeps the order of runs whose clock goes back, or stands still', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-20T05:00:00Z') })
    try {
      const folder = temporaryFolder()
      appendRecord(folder, record(1))
      vi.setSystemTime(new Date('2026-11-19T05:00:00Z'))
      appendRecord(folder, record(2))
      appendRecord(folder, record(3))
      expect(days(folder)).toEqual(['01', '02', '03'])
    } finally {
      vi.useRealTimers()
    }
  })

  it('keeps the latest runs, and removes nothing that is not its own', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'notes.txt'), 'ours')
    const text = JSON.stringify(record(1))
    for (let index = 0; index < keptRuns; index += 1) {
      const time = new Date(Date.UTC(2026, 0, 1) + index).toISOString().replaceAll(/[-:.]/g, '')
      writeFileSync(join(folder, `${time}-00000000.json`), text)
    }
    appendRecord(folder, record(2))
    const { records } = readHistory(folder)
    expect(records).toHaveLength(keptRuns)
    expect(records.at(-1)?.startedAt).toMatch(/^2026-11-02/)
    expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('ours')
    expect(readdirSync(folder)).not.toContain('20260101T000000000Z-00000000.json')
  })

  it('skips what is no record, with a sentence', () => {
    const folder = temporaryFolder()
    appendRecord(folder, record(1))
    const [whole = ''] = readdirSync(folder)
    const files: Readonly<Record<string, string>> = {
      'cut.json': readFileSync(join(folder, whole), 'utf8').slice(0, 200),
      'empty.json': '',
      'foreign.json': '{"name": "package"}',
      'later.json': JSON.stringify({ ...record(2), version: 2 }),
      'list.json': '[]',
      'null.json': 'null',
      'strange.json': JSON.stringify({ ...record(2), surplus: true }),
    }
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    mkdirSync(join(folder, 'folder.json'))
    symlinkSync('/dev/zero', join(folder, 'endless.json'))
    const { records, notes } = readHistory(folder)
    expect(records).toEqual([record(1)])
    expect(notes.toSorted()).toEqual([
      'cut.json is cut short or no JSON and was skipped.',
      'empty.json is cut short or no JSON and was skipped.',
      'foreign.json is no record of a run and was skipped.',
      'later.json was written by a later version of Assay (record version 2) and was skipped.',
      'list.json is no record of a run and was skipped.',
      'null.json is no record of a run and was skipped.',
      expect.stringMatching(/^strange\.json is no valid record and was skipped: .*surplus/),
    ])
  })
})
