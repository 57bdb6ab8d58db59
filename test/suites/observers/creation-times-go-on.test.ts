import { describe, expect, it } from 'vitest'
import { creationTimesGoOn } from '../../../suites/observers/creation-times-go-on.ts'
import { seen } from './declared-orders.ts'
import type { Told } from './declared-orders.ts'
import { create } from './orders.ts'

const at = (created: number, more: Partial<Told> = {}): Told => ({ ...create(`o${created}`, { created }), ...more })
const day = 86_400

describe('times of creation', () => {
  it.for<readonly [string, readonly Told[], readonly string[]]>([
    ['go on', [at(0), at(1), at(day)], []],
    ['of which one is too early', [at(day), at(day + 1), at(0)], ['created /created']],
    ['of which one was too late', [at(0), at(day), at(1)], ['created /created']],
    ['may go back as far as clocks differ', [at(200), at(0)], []],
    ['of repeats under a key', [at(day), at(0, { headers: [['idempotency-key', 'k']] })], []],
    ['of requests that overlapped', [at(day), at(0, { overlaps: true })], []],
  ])('%s', ([, steps, gaps]) => {
    expect(seen(creationTimesGoOn, steps).gaps).toEqual(gaps)
  })

  it('blame the one that also disagrees with those before', () => {
    expect(seen(creationTimesGoOn, [at(0), at(day), at(1), at(2)]).gaps).toHaveLength(1)
  })
})
