import { all, each, nothing, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import fc from 'fast-check'
import type { Check } from '../../model/check.ts'
import { example, property } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { valueAt } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { differences, equals, hasLength, hasStatus, holds, sameBody } from '../vocabulary/judge.ts'
import { listAt, objectAt, textAt } from '../vocabulary/read.ts'
import { givenCharge, of } from './charge.ts'
import { findListed } from './listed.ts'
import { refusedWith } from './refusal.ts'

async function makeCharges(trial: Trial, count: number): Promise<readonly string[]> {
  const ids: string[] = []
  while (ids.length < count) ids.push(textAt(await givenCharge(trial), '/id'))
  return ids
}

/** Ids of a page; what has none stands as it is, and is found missing. */
function idsOf(page: Exchange): readonly string[] {
  return listAt(page, '').map((charge) => {
    const id = valueAt(charge, '/id')
    return typeof id === 'string' ? id : JSON.stringify(charge)
  })
}

const counts = (list: Exchange, expected: number): Judgement =>
  hasLength(list, '', (length) => length === expected, `${expected} charges`)

const sorted = (ids: readonly string[]): readonly string[] => ids.toSorted((left, right) => (left < right ? -1 : 1))

const holdsCreated = example('acinq-strike/listing/holds-what-was-created', {
  arrange: async (trial) => {
    const least = textAt(await givenCharge(trial, { amount: 1 }), '/id')
    const described = await givenCharge(trial)
    return {
      least: { id: least, listed: await findListed(trial, least) },
      retrieved: await trial.given('retrieveCharge', of(described)),
      listed: await findListed(trial, textAt(described, '/id')),
    }
  },
  judge: {
    'acinq-strike.charges.list.holds-created': ({ least, retrieved, listed }) =>
      all(
        holds(least.listed !== undefined, '', `a charge ${least.id}`, 'absent'),
        holds(listed !== undefined, '', `a charge ${textAt(retrieved, '/id')}`, 'absent'),
      ),
    'acinq-strike.accounts.key.association': ({ listed }) =>
      holds(listed !== undefined, '', 'the charge that the same key made', 'absent'),
    'acinq-strike.charges.list.as-retrieved': ({ retrieved, listed }) =>
      listed === undefined
        ? unobservable('the charge is not in the list')
        : differences(objectAt(retrieved, ''), listed, ''),
  },
})

const pages = example('acinq-strike/listing/pages', {
  needs: ['fresh-account'],
  arrange: async (trial) => {
    const ids = await makeCharges(trial, 4)
    const page = (query: Readonly<Record<string, number>>) => trial.given('listCharges', { query })
    return {
      ids,
      plain: await page({ size: 2 }),
      first: await page({ size: 2, page: 0 }),
      second: await page({ size: 2, page: 1 }),
    }
  },
  judge: {
    'acinq-strike.charges.list.first-page': ({ ids, plain, first, second }) =>
      all(sameBody(plain, first), differences(sorted(ids), sorted([...idsOf(first), ...idsOf(second)]), '')),
  },
})

const sizes = example('acinq-strike/listing/size', {
  arrange: async (trial) => {
    await makeCharges(trial, 3)
    const sized = (size: number) => trial.given('listCharges', { query: { size } })
    return [await sized(1), await sized(2), await sized(3)]
  },
  judge: {
    'acinq-strike.charges.list.size': (lists) => each(lists, (list, index) => counts(list, index + 1)),
  },
})

/** Nothing removes a charge, so an account that is kept is spared these many. */
const defaults = example('acinq-strike/listing/default-size', {
  needs: ['fresh-account'],
  arrange: async (trial) => {
    await makeCharges(trial, 31)
    return trial.given('listCharges')
  },
  judge: {
    'acinq-strike.charges.list.default-size': (list) => counts(list, 30),
  },
})

const stable = example('acinq-strike/listing/says-the-same-twice', {
  needs: ['fresh-account'],
  arrange: async (trial) => {
    await makeCharges(trial, 3)
    return [await trial.given('listCharges'), await trial.given('listCharges')] as const
  },
  judge: {
    'acinq-strike.charges.list.stable': ([once, again]) => sameBody(once, again),
  },
})

/** Two or three pages of any size, the last of them mostly not full. */
const walks = fc
  .record({
    size: fc.integer({ min: 2, max: 4 }),
    full: fc.integer({ min: 1, max: 2 }),
    rest: fc.constantFrom(0, 1, 1, 1),
  })
  .map(({ size, full, rest }) => ({ size, count: size * full + rest }))

/** Asks for no page past the end, which has a clause of its own. */
const joined = property<
  { readonly whole: readonly string[]; readonly walked: readonly string[] },
  { readonly count: number; readonly size: number }
>('acinq-strike/listing/pages-join', {
  needs: ['fresh-account'],
  share: 0.5,
  inputs: () => walks,
  arrange: async (trial, { count, size }) => {
    const ids = await makeCharges(trial, count)
    const walked: string[] = []
    for (let page = 0; page * size < count; page += 1)
      walked.push(...idsOf(await trial.given('listCharges', { query: { page, size } })))
    return { whole: sorted(ids), walked: sorted(walked) }
  },
  judge: {
    'acinq-strike.charges.list.pages-join': ({ whole, walked }) => differences(whole, walked, ''),
  },
})

const pastEnd = example('acinq-strike/listing/past-the-end', {
  arrange: async (trial) => {
    await givenCharge(trial)
    return trial.call('listCharges', { query: { page: 1_000_000, size: 30 } })
  },
  judge: {
    'acinq-strike.charges.list.past-end': (page) => all(hasStatus(page, 200), equals(page, '', [])),
  },
})

/** Whether such a parameter is refused is documented nowhere, but with which status it is. */
const badParameters = example('acinq-strike/listing/bad-parameters', {
  arrange: async (trial) => {
    const answers: Exchange[] = []
    for (const query of [{ size: 'many' }, { size: -1 }, { page: 'first' }, { page: -1 }])
      answers.push(await trial.call('listCharges', { query }))
    return answers
  },
  judge: {
    'acinq-strike.errors.statuses.bad-request': (answers) =>
      each(answers, (answer) => (answer.response.status < 400 ? nothing : refusedWith(answer, 400))),
  },
})

export const listing: readonly Check[] = [holdsCreated, pages, sizes, defaults, stable, joined, pastEnd, badParameters]
