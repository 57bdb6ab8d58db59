import { each, nothing } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import { unknownIdsAreNotFound } from '../laws/unknown-ids-are-not-found.ts'
import { equals, holds, sameBody } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { givenCharge, of } from './charge.ts'
import { refusedWith } from './refusal.ts'

const unpaid = example('acinq-strike/retrieving/nobody-has-paid', {
  arrange: async (trial) => trial.given('retrieveCharge', of(await givenCharge(trial, { amount: 1 }))),
  judge: {
    'acinq-strike.example.poll.unpaid': (retrieved) => equals(retrieved, '/paid', false),
    'acinq-strike.introduction.service.status': (retrieved) =>
      holds(typeof read(retrieved, '/paid') === 'boolean', '/paid', 'true or false', read(retrieved, '/paid')),
  },
})

const askedFor = example('acinq-strike/retrieving/the-one-asked-for', {
  arrange: async (trial) => {
    const first = await givenCharge(trial)
    await givenCharge(trial)
    const retrieved = await trial.given('retrieveCharge', of(first))
    return { id: textAt(first, '/id'), retrieved, again: await trial.given('retrieveCharge', of(first)) }
  },
  judge: {
    'acinq-strike.charges.retrieve.asked-for': ({ id, retrieved }) => equals(retrieved, '/id', id),
    'acinq-strike.charges.poll.changes-nothing': ({ retrieved, again }) => sameBody(retrieved, again),
  },
})

const unknown = unknownIdsAreNotFound('acinq-strike/retrieving', {
  clause: 'acinq-strike.charges.retrieve.unknown',
  unknownId: (trial) => `ch_${trial.unique('unknown')}`,
  calls: [{ operation: 'retrieveCharge', parameter: 'charge' }],
  refusal: (refused) => refusedWith(refused, 404),
})

/** Ids that are nearly the id of a charge. */
const nearly = example('acinq-strike/retrieving/nearly-an-id', {
  arrange: async (trial) => {
    const id = textAt(await givenCharge(trial), '/id')
    const others = [otherCase(id), id.toUpperCase(), id.slice(0, -1), `${id}0`, id.slice('ch_'.length)]
    return forEachOf(
      others.filter((other) => other !== id),
      (charge) => trial.call('retrieveCharge', { path: { charge } }),
    )
  },
  judge: {
    // where ids are short, one that is nearly another may be that of a charge, too
    'acinq-strike.charges.retrieve.unknown': (answers) =>
      each(answers, (answer) =>
        answer.response.status < 300 && answer.request.path.endsWith(`/${String(read(answer, '/id'))}`)
          ? nothing
          : refusedWith(answer, 404),
      ),
  },
})

/** The last letter in its other case. */
function otherCase(id: string): string {
  const at = id.search(/[A-Za-z][^A-Za-z]*$/)
  const letter = id.charAt(at)
  const other = letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()
  return `${id.slice(0, at)}${other}${id.slice(at + 1)}`
}

async function forEachOf<Item, Result>(
  items: readonly Item[],
  act: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  for (const item of items) results.push(await act(item))
  return results
}

export const retrieving: readonly Check[] = [unpaid, askedFor, ...unknown, nearly]
