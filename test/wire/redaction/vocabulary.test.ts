import { describe, expect, it } from 'vitest'
import type { Clause } from '../../../model/clause.ts'
import type { Operation, Schema } from '../../../model/contract.ts'
import { vocabularyOf } from '../../../wire/redaction/vocabulary.ts'
import { contract as acme } from '../../engine/acme.ts'

const [operation] = acme.operations.values()
const [clause] = acme.clauses.values()

function knows(schema: Schema): (word: string) => boolean {
  return vocabularyOf({
    provider: { ...acme.provider, name: 'acme-pay' },
    schemas: new Map([['thing.json', schema]]),
    clauses: new Map([
      [
        'a',
        {
          ...(clause as Clause),
          id: 'acme.cards.expiry',
          text: 'A card expires.',
          section: 'Wallets',
          note: 'Mind leap years.',
        },
      ],
      ['b', { ...(clause as Clause), id: 'b' }],
    ]),
    operations: new Map([['c', { ...(operation as Operation), id: 'voidCard', path: '/v1/purses/{purse}' }]]),
  })
}

describe('words of our own and of the provider are', () => {
  it.each([
    'type',
    'status',
    'Open-Ended',
    'ended',
    'ENDED',
    'nested',
    'in_a_list',
    'list',
    'default_word',
    'examples',
    'named',
    'default',
    'acme.cards.expiry',
    'cards',
    'A card expires.',
    'expires',
    'wallets',
    'leap',
    'voidcard',
    '/v1/purses/{purse}',
    'v1',
    'purses',
    'the run was interrupted',
    'interrupted',
    'advanced',
    'inconclusive',
    'grüße',
    'acme-pay',
    'timeout',
    'cannot',
  ])('%s', (word) => {
    const schema: Schema = {
      type: 'object',
      properties: {
        status: { enum: ['Open-Ended', 'Grüße'], description: [{ title: 'nested' }, ['in_a_list']] },
        examples: { title: 'named' },
      },
      default: 'default_word',
      const: null,
    }
    expect(knows(schema)(word)).toBe(true)
  })

  it.each(['ada', 'lovelace', 'babbage', 'smith', '', 'ope', '7'])('but not %j', (word) => {
    const schema: Schema = {
      properties: { a: { examples: ['Ada', { name: 'Lovelace' }], default: ['Babbage'] } },
      minimum: 7,
      const: true,
      title: 'Open',
    }
    expect(knows(schema)(word)).toBe(false)
  })
})
