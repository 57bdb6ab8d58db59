import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../model/json.ts'
import { states } from '../../../suites/laws/rules-hold-in-every-state.ts'
import type { Scenes } from '../../../suites/laws/matrix.ts'
import { shopContract } from './shop/contract.ts'
import { broken, judged, scenes } from './shop/judged.ts'
import { mergeMetadata } from './shop/shop.ts'
import type { Rules } from './shop/shop.ts'

const clauses = {
  kept: 'metadata',
  merges: 'merges',
  'replaces-value': 'replaces-value',
  'removes-key': 'removes-key',
  survives: 'survives',
}
const contract = shopContract(
  {
    metadata: { at: '/metadata', update: 'merges', keys: 20, keyLength: 40, valueLength: 50, clauses },
    isolation: { clauses: { read: 'read', list: 'list' } },
    keys: {
      operations: ['updateThing'],
      longest: 40,
      clauses: { answer: 'same-answer', once: 'once' },
    },
  },
  {
    stays: 'stays',
    writes: {
      updateThing: [{ clause: 'sets', properties: { '/name': { kind: 'text', unsettable: true } } }],
    },
    keeps: { updateThing: { clause: 'keeps', changes: [] } },
    metadata: { update: 'updateThing', clauses: {} },
    deletion: { leaves: 'nothing', clauses: { retrieve: 'gone', list: 'unlisted' }, referredBy: [] },
  },
)

/** A thing that is closed, red and of some height. */
const closed: Scenes['furtherStates'] = {
  thing: {
    closed: {
      async reach(trial) {
        const made = await trial.given('createThing', { body: { name: 'Cup', color: 'red', height: 3 } })
        const path = { thing: (made.response.json as { readonly id: string }).id }
        await trial.given('closeThing', { path })
        return { path }
      },
    },
  },
}
const inStates = {
  ...states,
  of: (matrix, name) => states.of({ ...matrix, scenes: { ...scenes, furtherStates: closed } }, name),
} as typeof states

const isClosed = (value: JsonObject): boolean => value['closed'] !== undefined
/** What is told of closed things alone. */
const whereClosed = (change: (value: JsonObject, before: JsonObject) => JsonObject): Partial<Rules> => ({
  changed: (value, before, operation) =>
    operation === 'updateThing' && isClosed(before) ? change(value, before) : value,
})

describe('what holds in every state', () => {
  it('is kept by an honest shop', async () => {
    const said = await judged(inStates, contract, { stores: (sent) => sent, changed: emptied })
    expect(new Set(Object.values(said))).toEqual(new Set(['kept']))
    expect(Object.keys(said).toSorted()).toEqual(
      [
        'by-color',
        'by-height',
        'gone',
        'items',
        'keeps',
        'unlisted',
        'list',
        'merges',
        'metadata',
        'once',
        'read',
        'removes-key',
        'replaces-value',
        'same-answer',
        'sets',
        'survives',
      ].toSorted(),
    )
  })

  it.for<readonly [string, Partial<Rules>, readonly string[]]>([
    ['a closed thing is not found by its color', { matches: (value) => !isClosed(value) }, ['by-color', 'by-height']],
    [
      'a list shows a closed thing without its name',
      { shows: (value) => (isClosed(value) ? { ...value, name: null } : value) },
      ['items'],
    ],
    ['anybody reads it', { finds: () => true }, ['list', 'read']],
    [
      'its name cannot be changed',
      whereClosed((value, before) => ({ ...value, name: before['name'] ?? null })),
      ['sets'],
    ],
    ['an update paints it', whereClosed((value) => ({ ...emptied(value), color: 'blue' })), ['keeps']],
    ['its metadata is replaced', { merged: (_, sent) => mergeMetadata({}, sent), changed: emptied }, ['merges']],
    [
      'its metadata cannot be changed',
      whereClosed((value, before) => ({ ...emptied(value), metadata: before['metadata'] ?? {} })),
      ['metadata', 'replaces-value'],
    ],
    ['what was deleted is remembered', { remembers: () => true, changed: emptied }, ['gone', 'unlisted']],
    ['a key has no effect', { takesKey: () => false, changed: emptied }, ['once']],
  ])('is broken where %s', async ([, lies, expected]) => {
    const honest = { changed: emptied, ...lies }
    expect((await broken(inStates, contract, honest)).toSorted()).toEqual(expected)
  })

  it('is broken where an empty value unsets nothing', async () => {
    expect(
      await broken(
        inStates,
        contract,
        whereClosed((value, before) => (value['name'] === '' ? { ...value, name: before['name'] ?? null } : value)),
      ),
    ).toEqual(['sets'])
  })

  it('is not promised where no state is told apart', () => {
    expect(states.of({ contract, scenes }, 'thing')).toBe('no other state of it is told apart')
  })
})

/** A shop in which an empty name is none. */
function emptied(value: JsonObject): JsonObject {
  return value['name'] === '' ? { ...value, name: null } : value
}
