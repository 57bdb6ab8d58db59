import { rmSync, writeSync, openSync, closeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClock } from '../emulator/clock.ts'
import { createCollection } from '../emulator/collection.ts'
import { readHar } from '../wire/har/read-har.ts'
import { createKnownPhrases } from '../wire/redaction/known-phrases.ts'

/** Work that is measured for several amounts of it. */
export interface Workload {
  readonly name: string
  /** What an item is, in the plural. */
  readonly unit: string
  readonly most: number
  /** Makes ready so many items; only what `run` does is measured. */
  readonly prepare: (items: number) => Promise<{ readonly run: () => unknown; readonly end?: () => unknown }>
}

/** One workload, measured: the cost of an item by the number of items. */
export interface Growth {
  readonly name: string
  readonly unit: string
  readonly points: readonly { readonly items: number; readonly microseconds: number }[]
}

/** Timers of which each is set and falls due. */
const clock: Workload = {
  name: 'clock',
  unit: 'timers',
  most: 100_000,
  prepare: async (items) => ({
    async run() {
      const time = createClock({ start: 0 })
      for (let index = 0; index < items; index += 1) time.at(((index * 7919) % items) * 1000, () => undefined)
      await time.advance(items)
    },
  }),
}

const bodies = 2_000

/** Values that were learned; bodies that hold one of them each are redacted. */
const redactor: Workload = {
  name: 'redactor',
  unit: 'learned values',
  most: 20_000,
  prepare: async (items) => {
    const phrases = createKnownPhrases(() => false)
    const valueOf = (index: number): string => `Person${index} of Example Street ${index}`
    return {
      run() {
        for (let index = 0; index < items; index += 1) phrases.learn(valueOf(index))
        // as many bodies for each value, however many values there are
        for (let index = 0; index < items; index += items / Math.min(items, bodies))
          phrases.replace(`The parcel for ${valueOf(Math.floor(index))} has left the house today.`, () => '[name]')
      },
    }
  },
}

const entryBytes = 10_000

/** Entries of a recording, of 10 kB each: 25,600 of them are 250 MB. */
const recording: Workload = {
  name: 'recording',
  unit: 'entries of 10 kB',
  most: 25_600,
  prepare: async (items) => {
    const path = join(tmpdir(), `assay-bench-${process.pid}.har`)
    writeRecording(path, items)
    return {
      run() {
        let read = 0
        for (const _ of readHar(path)) read += 1
        if (read !== items) throw new Error(`${read} entries were read of ${items}`)
      },
      end: () => rmSync(path),
    }
  },
}

function writeRecording(path: string, items: number): void {
  const body = JSON.stringify({ id: 'cus_1', note: 'x'.repeat(entryBytes - 300) })
  const entry = JSON.stringify({
    startedDateTime: '2026-01-01T00:00:00.000Z',
    time: 1,
    request: { method: 'GET', url: 'https://api.example/v1/customers/cus_1', headers: [] },
    response: { status: 200, headers: [], content: { mimeType: 'application/json', text: body } },
  })
  const file = openSync(path, 'w')
  writeSync(file, '{"log":{"version":"1.2","entries":[')
  for (let index = 0; index < items; index += 1) writeSync(file, index === 0 ? entry : `,${entry}`)
  writeSync(file, ']}}')
  closeSync(file)
}

/** Objects of one account: each is made, and pages are read that begin at any of them. */
const objects: Workload = {
  name: 'account of an emulator',
  unit: 'objects',
  most: 100_000,
  prepare: async (items) => ({
    run() {
      const account = createCollection<{ readonly id: string }>()
      for (let index = 0; index < items; index += 1) account.put(`object_${index}`, { id: `object_${index}` })
      for (let index = 0; index < items; index += 1) {
        const from = account.placeOf(`object_${index}`)
        account.newestFirst().slice(from + 1, from + 11)
      }
    },
  }),
}

export const workloads: readonly Workload[] = [clock, redactor, recording, objects]
