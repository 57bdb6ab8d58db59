import { describe, expect, it } from 'vitest'
import { missingIsNotFound } from '../../../suites/observers/missing-is-not-found.ts'
import { seen } from './declared-orders.ts'
import type { Told } from './declared-orders.ts'
import { create, read } from './orders.ts'

const refused = (id: string, status: number, more: Partial<Told> = {}): Told => read(id, {}, { status, ...more })

describe('an id that was never shown', () => {
  it.for<readonly [string, readonly Told[], readonly string[], readonly string[]]>([
    ['is not found', [refused('a', 404)], [], ['unknown']],
    ['is refused otherwise', [refused('a', 400)], ['unknown status'], []],
    ['conflicts', [refused('a', 409)], ['unknown status'], []],
    [
      'is there, and only another account was shown it',
      [read('a', { id: 'a' }), refused('a', 400, { account: 'second' })],
      ['unknown status'],
      [],
    ],
    ['may be there: it was read before', [read('a', { id: 'a' }), refused('a', 400)], [], []],
    ['is not what the request was refused for: its key', [refused('a', 401)], [], []],
    ['is not all that the request asks for', [refused('a?view=bad', 400)], [], []],
    ['is no id', [refused('a%20b', 400)], [], []],
    ['is asked for under a key of a repeat', [refused('a', 400, { headers: [['idempotency-key', 'k']] })], [], []],
    ['is in a body', [create('a')], [], []],
  ])('%s', ([, steps, gaps, kept]) => {
    expect(seen(missingIsNotFound(), steps)).toEqual({ gaps, kept })
  })
})
