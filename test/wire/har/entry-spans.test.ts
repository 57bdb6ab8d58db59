import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entrySpans } from '../../../wire/har/entry-spans.ts'

/** A file cut into chunks of some size. */
function* cut(text: string, size: number): Iterable<Buffer> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

function entriesIn(text: string, size = 7): readonly unknown[] {
  return entrySpans(cut(text, size)).spans.map(
    ({ start, end }) => JSON.parse(Buffer.from(text).subarray(start, end).toString()) as unknown,
  )
}

describe('the entries of a recording', () => {
  it('are found whatever is in them, around them, and however the file comes in', () => {
    fc.assert(
      fc.property(
        fc.array(fc.json({ maxDepth: 3 })),
        fc.json({ maxDepth: 2 }),
        fc.integer({ min: 1, max: 64 }),
        fc.constantFrom('', ' ', '\n\t'),
        (entries, other, size, blank) => {
          const text = `{"a":${other},"log":${blank}{"pages":[{"entries":[${other}]}],${blank}"entries"${blank}:${blank}[${blank}${entries.join(`${blank},${blank}`)}${blank}],"after":${other}},"b":[${other}]}`
          const wanted = (JSON.parse(text) as { log: { entries: unknown[] } }).log.entries
          expect(entriesIn(text, size)).toEqual(wanted)
          expect(entrySpans(cut(text, size))).toMatchObject({ found: true, closed: true })
        },
      ),
    )
  })

  it.each<[string, string, boolean, boolean]>([
    ['an empty list', '{"log":{"entries":[]}}', true, true],
    ['a list of another name', '{"log":{"entry":[{}]}}', false, true],
    ['a list at another place', '{"har":{"entries":[{}]}}', false, true],
    ['a file that is cut off', '{"log":{"entries":[{"a":"b"', true, false],
    ['no JSON', 'hello', false, true],
    ['nothing', '', false, false],
  ])('%s', (_, text, found, closed) => {
    expect(entrySpans(cut(text, 5))).toMatchObject({ spans: [], found, closed })
  })
})
