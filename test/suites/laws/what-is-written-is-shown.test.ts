import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../model/json.ts'
import { isObject } from '../../../model/json.ts'
import { echoes } from '../../../suites/laws/what-is-written-is-shown.ts'
import { shopContract } from './shop/contract.ts'
import { broken, judged, scenes } from './shop/judged.ts'
import type { Rules } from './shop/shop.ts'

const contract = shopContract(
  {},
  {
    writes: {
      createThing: [
        { clause: 'names', properties: { '/name': { kind: 'text', most: 40 }, '/mail': { kind: 'email', most: 64 } } },
        { clause: 'sizes', properties: { '/size/height': { kind: 'integer', least: 0, values: [2 ** 31] } } },
        {
          clause: 'rest',
          properties: { '/page': { kind: 'url' }, '/sold': { kind: 'flag' }, '/code': { kind: 'word', most: 22 } },
        },
      ],
      updateThing: [{ clause: 'sets', properties: { '/name': { kind: 'text' } } }],
    },
  },
)

/** A shop that keeps something else of a name than what was sent; undefined refuses it. */
const named = (keep: (name: string) => string | undefined): Partial<Rules> => ({
  stores: (sent) => {
    if (typeof sent['name'] !== 'string') return sent
    const name = keep(sent['name'])
    return name === undefined ? undefined : { ...sent, name }
  },
})
const sized = (keep: (height: number) => number): Partial<Rules> => ({
  stores: (sent): JsonObject =>
    isObject(sent['size']) ? { ...sent, size: { height: keep(Number(sent['size']['height'])) } } : sent,
})
const refusing = (name: string, refuses: (value: string) => boolean): Partial<Rules> => ({
  stores: (sent) => (typeof sent[name] === 'string' && refuses(sent[name]) ? undefined : sent),
})

describe('what is written', () => {
  it('is shown by an honest shop, every property of it looked at', async () => {
    expect(await judged(echoes, contract)).toEqual({ names: 'kept', sizes: 'kept', rest: 'kept', sets: 'kept' })
  })

  it.for<readonly [string, Partial<Rules>, readonly string[]]>([
    ['is trimmed', named((name) => name.trim()), ['names', 'sets']],
    ['is written in Latin-1', named((name) => Buffer.from(name, 'latin1').toString('latin1')), ['names', 'sets']],
    ['is normalised', named((name) => name.normalize('NFC')), ['names', 'sets']],
    ['is counted in code units', named((name) => (name.length > 40 ? undefined : name)), ['names']],
    ['is refused at its limit', named((name) => ([...name].length >= 40 ? undefined : name)), ['names']],
    ['is decoded twice', named((name) => name.replaceAll('%2B', '+')), ['names', 'sets']],
    ['overflows', sized((height) => height | 0), ['sizes']],
    ['is refused at its least', sized((height) => (height === 0 ? 1 : height)), ['sizes']],
    [
      'loses its fragment',
      { stores: (sent) => ({ ...sent, page: String(sent['page']).split('#')[0] ?? '' }) },
      ['rest'],
    ],
    ['is always true', { stores: (sent) => ({ ...sent, sold: true }) }, ['rest']],
    ['is refused for its address', refusing('mail', (mail) => mail.length === 64), ['names']],
    ['is refused for its code', refusing('code', (code) => code.length === 22), ['rest']],
    [
      'is forgotten by an update',
      { stores: (sent, operation) => (operation === 'updateThing' ? { ...sent, name: 'as before' } : sent) },
      ['sets'],
    ],
  ])('departs where it %s', async ([, lies, expected]) => {
    expect((await broken(echoes, contract, lies)).toSorted()).toEqual([...expected].toSorted())
  })

  it('is not promised where no request writes a property', () => {
    expect(echoes.of({ contract: shopContract({}, { writes: {} }), scenes }, 'thing')).toMatch(/no request writes/)
  })
})
