import { describe, expect, it } from 'vitest'
import type { Contract } from '../../../model/contract.ts'
import { accountOf } from '../../../suites/observers/asked.ts'
import { viewOf } from '../../../suites/observers/view.ts'
import { creationsCanBeRead } from '../../../suites/observers/creations-can-be-read.ts'
import { answered } from '../../answered.ts'
import { create, read } from './orders.ts'
import { contract, exchangesOf } from './sequence.ts'

const platform = {
  ...contract,
  provider: { ...contract.provider, accountHeader: 'acme-account' },
} as Contract

describe('the account of a request', () => {
  const acting = (account: string): readonly (readonly [string, string])[] => [['acme-account', account]]

  it('is that of its key and, where it names one, the account that it acts for', () => {
    const [own, first, second] = exchangesOf([
      create('a'),
      { ...create('b'), headers: acting('acct_1') },
      { ...create('c'), headers: acting('acct_2') },
    ]).map((exchange) => accountOf(platform, exchange))
    expect(new Set([own, first, second]).size).toBe(3)
    expect(own).toBe('first')
  })

  it('keeps what was made for another account from being expected in one', () => {
    const observer = creationsCanBeRead([
      { clause: 'c', create: 'createOrder', retrieve: 'retrieveOrder', parameter: 'order', id: '/id', same: [] },
    ])
    const saidOf = (of: Contract) => {
      const see = observer.watch(of)
      return exchangesOf([{ ...create('a'), headers: acting('acct_1') }, read('a', {}, { status: 404 })]).flatMap(see)
    }
    expect(saidOf(platform)).toEqual([])
    expect(saidOf(contract)).toMatchObject([{ judgement: { says: 'departs' } }])
  })
})

it('a media type is the same in whatever case it is written', () => {
  const exchange = answered({})
  const headers = [['content-type', 'Application/JSON; Charset=UTF-8']] as const
  const view = viewOf({ ...exchange, response: { ...exchange.response, headers } })
  expect(view['headers']).toEqual({ 'content-type': 'application/json; charset=utf-8' })
})
