import { all, each } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject, valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { differences, equals, holds } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { givenCharge, of, pay } from './charge.ts'

function dataOf({ request }: Exchange): Json | undefined {
  try {
    const event: unknown = JSON.parse(request.body)
    return isObject(event) ? event['data'] : undefined
  } catch {
    return undefined
  }
}

function arrived(count: number): Judgement {
  return holds(count > 0, '', 'a web hook', 'none')
}

const sent = example('acinq-strike/web-hooks/on-payment', {
  needs: ['levers', 'webhooks'],
  arrange: async (trial) => {
    const receiver = await trial.receiver()
    await trial.lever('set-hook', { url: receiver.url })
    const created = await givenCharge(trial, { amount: 4_294_967 })
    await givenCharge(trial)
    const early = (await receiver.deliveries(0)).length
    await pay(trial, created)
    const deliveries = (await receiver.deliveries(early + 1)).slice(early)
    return {
      id: textAt(created, '/id'),
      early,
      deliveries,
      retrieved: await trial.given('retrieveCharge', of(created)),
    }
  },
  judge: {
    'acinq-strike.hooks.event.not-before': ({ early }) => holds(early === 0, '', 'no web hook before a payment', early),
    'acinq-strike.hooks.event.on-payment': ({ deliveries }) => arrived(deliveries.length),
    'acinq-strike.example.hooks.offered': ({ deliveries }) => arrived(deliveries.length),
    'acinq-strike.hooks.event.paid-charge': ({ deliveries, id, retrieved }) =>
      all(
        each(deliveries, (delivery) =>
          holds(valueAt(dataOf(delivery), '/id') === id, '/data/id', id, valueAt(dataOf(delivery), '/id')),
        ),
        equals(retrieved, '/paid', true),
      ),
    'acinq-strike.hooks.event.as-retrieved': ({ deliveries, retrieved }) =>
      each(deliveries, (delivery) => differences(read(retrieved, ''), dataOf(delivery), '/data')),
  },
})

/** Two payments of one account, and one of another with a hook of its own. */
const ofEach = example('acinq-strike/web-hooks/of-each-payment-and-account', {
  needs: ['levers', 'webhooks', 'second-account'],
  arrange: async (trial) => {
    const other = trial.as('other')
    const [mine, theirs] = [await trial.receiver(), await trial.receiver()]
    await trial.lever('set-hook', { url: mine.url })
    await other.lever('set-hook', { url: theirs.url })
    const same = { description: trial.unique('the same words ') }
    const charges = [await givenCharge(trial, same), await givenCharge(trial), await givenCharge(trial, same)]
    const another = await givenCharge(other)
    // some time after they were made, as long as they can be paid
    if (trial.can('clock')) await trial.advance(1800)
    await pay(other, another)
    for (const charge of charges.slice(0, 2)) await pay(trial, charge)
    const retrieved: Exchange[] = []
    for (const charge of charges) retrieved.push(await trial.given('retrieveCharge', of(charge)))
    return {
      retrieved,
      paid: charges.slice(0, 2).map((charge) => textAt(charge, '/id')),
      another: [textAt(another, '/id')],
      mine: await mine.deliveries(2),
      theirs: await theirs.deliveries(1),
    }
  },
  judge: {
    'acinq-strike.charges.poll.recorded-payment': ({ retrieved }) =>
      each(retrieved, (charge, index) => equals(charge, '/paid', index < 2)),
    'acinq-strike.hooks.event.on-payment': ({ paid, mine }) => isTold(mine, paid),
    'acinq-strike.example.hooks.offered': ({ another, paid, mine, theirs }) =>
      all(isTold(theirs, another), isTold(mine, paid)),
  },
})

/** These charges were told of, each once and no other. */
function isTold(deliveries: readonly Exchange[], ids: readonly string[]): Judgement {
  const told = deliveries.map((delivery) => String(valueAt(dataOf(delivery), '/id'))).toSorted()
  return differences(ids.toSorted(), told, '/data/id')
}

export const webHooks: readonly Check[] = [sent, ofEach]
