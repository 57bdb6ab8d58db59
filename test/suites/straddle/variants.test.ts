import { describe, expect, it } from 'vitest'
import { departures, judge } from './judging.ts'
import { variants } from './variants.ts'

/** Variants that are told together, to judge them in one run. */
const groups: readonly (readonly string[])[] = [
  ['successes have the only status of the table', 'instants have seven digits', 'a failed key is free again'],
  ['unmasking is not permitted', 'instants are told in another zone', 'holding what is held changes nothing'],
  ['a key opens no platform endpoints', 'errors name fields as the sandbox does', 'processing takes twice as long'],
  ['reads show instants rounded to a second and without a zone', 'a scheduled payment is not updated'],
  ['ids are of version 7', 'work begun is answered with 200', 'a page that is too large is cut to the largest'],
  [
    'members stand in another order',
    'members without a value are null',
    'objects have further members',
    'errors are worded otherwise',
    'media types and header names are written otherwise',
  ],
  ['errors say all in their detail and list no items', 'lists are sorted by creation where nothing is asked for'],
]

/** Whoever does what the documents say or allow has no gap, and all that it can show is judged. */
describe('a target that the documents allow has no gap', () => {
  it('of whatever variant it is', () => {
    expect(groups.flat().toSorted()).toEqual(Object.keys(variants).toSorted())
  })

  it.for(groups.map((group) => [group.join('; '), group] as const))('%s', async ([, group]) => {
    const told = group.flatMap((name) => variants[name] ?? [])
    const rows = await judge({
      around: (emulator) => told.reduce((inner, { around }) => around?.(inner) ?? inner, emulator),
      lies: told.flatMap(({ rules }) => (rules === undefined ? [] : [{ id: 'variant', breaks: '', text: '', rules }])),
    })
    const judged = rows.filter(
      ({ id, excluded }) =>
        excluded !== true && !told.some(({ leaves }) => leaves !== undefined && id.startsWith(leaves)),
    )
    expect(departures(judged)).toEqual([])
    const hidden = judged.filter(
      ({ id, verdict }) => verdict === 'unobservable' && !told.some(({ hides }) => hides?.test(id)),
    )
    expect(hidden.map(({ id }) => id)).toEqual([])
  })
})
