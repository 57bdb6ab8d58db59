import { describe, expect, it } from 'vitest'
import { recordingOf } from '../../../wire/har/recording.ts'
import { bases, contract, entry } from './entries.ts'

const skippedOf = (...entries: Parameters<typeof recordingOf>[0] & readonly unknown[]) =>
  recordingOf(entries, contract, bases).skipped

describe('a body that breaks off', () => {
  it.for<readonly [string, string, number | undefined, number]>([
    ['was cut within a text', '{"id":"or', 300, 1],
    ['was cut after a bracket that is closed', '{"of":{"id":"1"}', -1, 1],
    ['was cut within a list', '[{"id":"1"},', undefined, 1],
    ['is the answer where the recording says that there was no more', '{"id":"or', 9, 0],
    ['is none where all is closed', '{"id":"}{"}', 300, 0],
    ['is none where it is no JSON', 'Not found {', 300, 0],
  ])('%s', ([, text, size, noBody]) => {
    const content = { text, mimeType: 'application/json', ...(size === undefined ? {} : { size }) }
    expect(skippedOf(entry({}, { content }))).toMatchObject({ noBody })
  })
})

describe('an entry that is there twice', () => {
  it('is read once where all of it is the same', () => {
    const one = entry()
    expect(skippedOf(one, structuredClone(one))).toMatchObject({ again: 1 })
  })

  it('is two where it began at another time', () => {
    const one = entry()
    expect(skippedOf(one, { ...one, startedDateTime: '2030-01-01T00:00:00.000Z' })).toMatchObject({ again: 0 })
  })
})
