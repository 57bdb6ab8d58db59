import { describe, expect, it } from 'vitest'
import { acinqStrike } from '../../../contracts/acinq-strike/provider.ts'
import { everywhere, isRecord } from '../../../emulator/variants/rewriting.ts'
import type { Variant } from '../../../emulator/variants/variant.ts'
import { judgeVariants, together } from '../../../engine/variants/judge-variants.ts'
import { planFor } from '../../../engine/run.ts'
import { embeddedEmulator } from '../../../wire/targets.ts'

const wrong: Variant = {
  id: 'amounts-are-one-more',
  text: 'Amounts are one more than they were.',
  between: everywhere((value) =>
    isRecord(value) && typeof value['amount'] === 'number' ? { ...value, amount: value['amount'] + 1 } : value,
  ),
}
const echo = 'acinq-strike.charges.create.echoes-amount'

async function judged(variant: Variant, known?: ReadonlySet<string>) {
  const plan = await planFor(acinqStrike, ['acinq-strike/creating'])
  const openTarget = (told: object) => embeddedEmulator(acinqStrike, 1, told)
  const { departures, hidden } = await judgeVariants({ plan, seed: 1, runs: 2, openTarget }, [variant], known)
  return { departures: departures.map(({ id }) => id), hidden: hidden.map(({ id }) => id) }
}

describe('a variant that the documents do not allow', () => {
  it('departs from the clause that it breaks', async () => {
    expect((await judged(wrong)).departures).toContain(echo)
  })

  it.each<[string, Partial<Variant>]>([
    ['that it leaves', { leaves: /amount/ }],
    ['that warns, and that it is known to depart from', { departs: [echo] }],
  ])('does not depart from a clause %s', async (why, more) => {
    const { departures } = await judged({ ...wrong, ...more })
    // a must fails and does not warn, however well known the departure is
    expect(departures.includes(echo)).toBe(why.includes('warns'))
  })

  it('does not depart from what the target departs from anyway', async () => {
    expect((await judged(wrong, new Set([echo]))).departures).not.toContain(echo)
  })
})

describe('variants are told together', () => {
  const of = (id: string, more: Partial<Variant> = {}): Variant => ({ id, text: '', ...more })
  const ruling = (id: string): Variant => of(id, { rules: () => ({ statusOf: () => 200 }) })

  it('but for those of one subject, or that replace one rule', () => {
    const groups = together(
      [of('a', { subject: 'ids' }), of('b', { subject: 'ids' }), of('c'), ruling('d'), ruling('e')],
      {},
    )
    expect(groups.map((group) => group.map(({ id }) => id))).toEqual([
      ['a', 'c', 'd'],
      ['b', 'e'],
    ])
  })
})
