import { expect, it } from 'vitest'
import { knownRun } from '../../history/known-run.ts'
import type { KnownRun } from '../../history/known-run.ts'
import { pastOf } from '../../history/past-of.ts'
import type { Past } from '../../model/report.ts'
import { sampleRecord } from './sample-records.ts'
import type { SampleSetting, Stood } from './sample-records.ts'

type Told = Stood[string]
type Day = readonly [how: Told, setting?: SampleSetting]

const gap = 'gap'
const kept = 'conforms'
const unseen = 'unobservable'
const narrowed = (...tried: readonly string[]): SampleSetting => ({ tried })
const during = (...checks: readonly string[]): Told => ({ gap: 'fail', during: checks })
const day = (number: number): string => `2026-11-0${number}T05:00:00.000Z`

function runOf(number: number, [how, setting]: Day): KnownRun {
  const record = sampleRecord(number, { x: how }, setting)
  return knownRun(record, record.providers[0] as (typeof record.providers)[number])
}

/** What the last of several days says of the clause; the first is 1 November. */
function pastAfter(...days: readonly Day[]): Past | undefined {
  const runs = days.map((one, index) => runOf(index + 1, one))
  return pastOf(runs.at(-1) as KnownRun, runs.slice(0, -1)).get('acme.a.b.x')
}

const tells: readonly (readonly [what: string, days: readonly Day[], past: Partial<Past> | undefined])[] = [
  ['nothing of a clause that always conformed', [[kept], [kept]], undefined],
  ['new where it conformed', [[kept], [gap]], { change: 'new', since: day(2), seen: 1, of: 2, lastConforming: day(1) }],
  ['new where no run judged it', [[unseen], [gap]], { change: 'new', since: day(2), seen: 1, of: 1 }],
  [
    'standing since the first of the runs in a row',
    [[kept], [gap], [gap], [gap]],
    { change: 'standing', since: day(2), seen: 3, of: 4, lastConforming: day(1) },
  ],
  [
    'standing through a run that could not judge it',
    [[gap], ['inconclusive'], [gap]],
    { change: 'standing', since: day(1), seen: 2, of: 2 },
  ],
  [
    'back where it conformed after a gap',
    [[gap], [kept], [gap]],
    { change: 'back', since: day(3), seen: 2, of: 3, lastConforming: day(2) },
  ],
  ['worse where it only warned', [[{ gap: 'warn' }], [gap]], { change: 'worse', since: day(1) }],
  ['standing where a waiver covered it', [[{ gap: 'waived' }], [gap]], { change: 'standing', since: day(1) }],
  ['mended', [[gap], [gap], [kept]], { change: 'mended', since: day(3), seen: 2, of: 3, last: day(2) }],
  ['mended once', [[gap], [kept], [kept]], undefined],
  ['mended after a run that could not judge it', [[gap], ['blocked'], [kept]], { change: 'mended', last: day(1) }],
  [
    'not judged any more, since when',
    [[kept], ['inconclusive'], ['blocked']],
    { change: 'unjudged', since: day(2), last: day(1) },
  ],
  ['nothing of what was never judged', [[unseen], ['inconclusive']], undefined],

  // runs that did not try everything
  ['nothing where a narrowed run left it out', [[kept], [unseen, narrowed('acme/two')]], undefined],
  ['nothing where a narrowed run left a gap out', [[gap], [unseen, narrowed('acme/two')]], undefined],
  [
    'nothing where a narrowed run conforms and did not try what shows the gap',
    [[gap], [kept, narrowed('acme/two')]],
    undefined,
  ],
  [
    'mended where a narrowed run tried what showed the gap',
    [[during('acme/two')], [kept, narrowed('acme/two')]],
    { change: 'mended' },
  ],
  [
    'not judged where a narrowed run tried what showed the gap',
    [[during('acme/two')], ['inconclusive', narrowed('acme/two')]],
    { change: 'unjudged', last: day(1) },
  ],
  [
    'mended only where all that showed it was tried',
    [[during('acme/one', 'acme/two')], [kept, narrowed('acme/two')]],
    undefined,
  ],
  [
    'standing through a narrowed run that conforms',
    [[gap], [kept, narrowed('acme/two')], [gap]],
    { change: 'standing', since: day(1), seen: 2, of: 2 },
  ],
  [
    'mended after a narrowed run that conforms',
    [[gap], [kept, narrowed('acme/two')], [kept]],
    { change: 'mended', last: day(1) },
  ],
  [
    'not judged where a run as narrow as before does not judge it',
    [
      [kept, narrowed('acme/two')],
      [unseen, narrowed('acme/two', 'acme/one')],
    ],
    { change: 'unjudged' },
  ],
  [
    'not judged since the run that tried as much',
    [[kept], [unseen, narrowed('acme/two')], ['blocked']],
    { change: 'unjudged', since: day(3), last: day(1) },
  ],
  [
    'new against a whole run, of a narrowed one',
    [[kept], [during('acme/two'), narrowed('acme/two')]],
    { change: 'new', lastConforming: day(1) },
  ],
]

it.each(tells)('%s', (_what, days, past) => {
  expect({ past: pastAfter(...days) }).toMatchObject({ past })
})

it('says nothing where nothing was kept', () => {
  expect(pastAfter([gap])).toBeUndefined()
})

it('says nothing of a clause that another contract does not have', () => {
  const before = sampleRecord(1, { x: kept, y: kept }, { contract: 'c0' })
  const now = sampleRecord(2, { y: kept })
  const [one, other] = [before, now].map((record) => knownRun(record, record.providers[0] as never))
  expect([...pastOf(other as KnownRun, [one as KnownRun])]).toEqual([])
})

it('takes a run for narrowed that says so and does not say to what', () => {
  const before = sampleRecord(1, { x: gap })
  const { scope: _, ...provider } = sampleRecord(2, { x: kept }).providers[0] as (typeof before.providers)[number]
  const narrow = knownRun({ ...before, startedAt: day(2), only: ['Refunds'] }, provider)
  const earlier = knownRun(before, before.providers[0] as never)
  expect([...pastOf(narrow, [earlier])]).toEqual([])
})
