import { all, departs, each, kept, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { actingFor } from '../laws/acting-for.ts'
import { holds, inExchange } from '../vocabulary/judge.ts'
import { eventOf, signatureFits, subscribe, webhookHeader } from './deliveries.ts'
import { makeAccount } from './embedding.ts'
import { idOf } from './making.ts'
import { isWhole } from './whole-events.ts'
import type { Story } from './webhook-stories.ts'
import { ofEmbeddedAccounts, ofEveryAccount, ofOtherCauses } from './webhook-stories.ts'
import { isHidden, isMaskedToken } from './masks.ts'

/** Whose it is: the caller's, an embedded account's for which the caller acts, or one that the caller keeps of an embedded account. */
type Owner = 'caller' | 'embedded-account' | 'platform'

/** What the deliveries about one resource told, and what was read of it meanwhile. */
interface Told {
  readonly secret: string
  /** The embedded account that it belongs to; of the caller's own account no answer tells the id. */
  readonly account: string | undefined
  readonly created: readonly Exchange[]
  readonly changes: readonly Exchange[]
  /** As it was read when it had been made, and after its change. */
  readonly reads: readonly Exchange[]
}

/** Tells the story of a resource to a receiver of its own. */
async function told({ resource, make, see, change }: Story, platform: Trial, owner: Owner): Promise<Told> {
  const { receiver, secret } = await subscribe(platform)
  const account = owner === 'caller' ? '' : idOf(await makeAccount(platform))
  const trial = owner === 'embedded-account' ? actingFor(platform, 'straddle-account-id', account) : platform
  const id = await make(trial, account)
  const about =
    (happening: string) =>
    (delivery: Exchange): boolean =>
      valueAt(eventOf(delivery), '/event_type') === `${resource.replaceAll('-', '_')}.${happening}.v1` &&
      valueAt(eventOf(delivery), '/data/id') === id
  const reads = [await see(trial, id)]
  const expected = change === undefined ? 1 : 2
  await receiver.deliveries(1, about('event'))
  if (change !== undefined) {
    await change(trial, id, account)
    reads.push(await see(trial, id))
  }
  const arrived = await receiver.deliveries(expected, about('event'))
  return {
    secret,
    account: account === '' ? undefined : account,
    created: arrived.filter(about('created')),
    changes: arrived.filter(about('event')),
    reads,
  }
}

const times = (actual: number, fits: boolean, expected: Json): Judgement =>
  fits ? kept() : departs({ at: '', expected, actual })

function tells(contract: Contract, story: Story, owner: Owner): Check {
  const needs = ['webhooks', 'levers', ...(story.needs ?? [])] as const
  const suffix =
    owner === 'embedded-account' ? '-of-embedded-account' : story.cause === undefined ? '' : `-${story.cause}`
  return example(`straddle/webhooks/tells-of-${story.resource}${suffix}`, {
    needs,
    arrange: (trial) => told(story, trial, owner),
    judge: {
      'straddle.webhooks.event.created-once': ({ created }) =>
        times(created.length, created.length === 1, '1 created event'),
      'straddle.webhooks.event.on-change': ({ changes, reads }) =>
        times(changes.length, changes.length >= reads.length, `${reads.length} or more events`),
      'straddle.webhooks.event.full-resource': ({ created, changes, reads }) =>
        all(
          isWhole(contract, story.resource, created[0], reads[0]),
          reads.length < 2 || changes.length < 2
            ? nothing
            : isWhole(contract, story.resource, changes.at(-1), reads[1]),
        ),
      'straddle.webhooks.event.account': ({ account, created, changes }) =>
        account === undefined
          ? nothing
          : each([...created, ...changes], (delivery) => {
              const named = valueAt(eventOf(delivery), '/account_id')
              return inExchange(delivery, holds(named === account, '/account_id', account, named))
            }),
      'straddle.webhooks.signature.verifies': ({ secret, created, changes }) =>
        each([...created, ...changes], (delivery) =>
          signatureFits(delivery, secret)
            ? kept()
            : departs({
                at: 'webhook-signature',
                expected: 'a signature over id, timestamp and body',
                actual: webhookHeader(delivery, 'signature') ?? 'absent',
                in: delivery,
              }),
        ),
      ...secrets(story),
    },
  })
}

/** How much every event shows of what is masked elsewhere. */
function secrets({ resource }: Story): Readonly<Record<string, (told: Told) => Judgement>> {
  const shown =
    (forms: Readonly<Record<string, (text: string) => boolean>>, expected: string) =>
    ({ created, changes }: Told): Judgement =>
      each([...created, ...changes], (delivery) =>
        each(Object.entries(forms), ([at, isSo]) => {
          const value = valueAt(eventOf(delivery), at)
          return inExchange(delivery, holds(isSo(String(value)), at, expected, value))
        }),
      )
  switch (resource) {
    case 'paykey':
      return { 'straddle.webhooks.event.full-paykey': shown({ '/data/paykey': isFullToken }, 'a whole paykey') }
    case 'customer':
      return {
        'straddle.webhooks.event.masked': shown(
          { ...hiddenAddress, '/data/compliance_profile/ssn': isHidden },
          'masked',
        ),
      }
    case 'charge':
    case 'payout':
      return { 'straddle.webhooks.event.masked': shown({ ...hiddenAddress, '/data/paykey': isMaskedToken }, 'masked') }
    default:
      return {}
  }
}

const isFullToken = (text: string): boolean => /^[0-9a-f]{8}\.\d{2}\.[0-9a-f]{64}$/.test(text)
const hiddenAddress = { '/data/device/ip_address': isHidden }

/** Each kind of resource tells of itself: when it is made, when its status changes, whole, and for the account that it belongs to. */
export function webhookEvents(contract: Contract): readonly Check[] {
  return [
    ...ofEveryAccount.flatMap((story) => [
      tells(contract, story, 'caller'),
      tells(contract, story, 'embedded-account'),
    ]),
    ...ofOtherCauses.map((story) => tells(contract, story, 'caller')),
    ...ofEmbeddedAccounts.map((story) => tells(contract, story, 'platform')),
  ]
}
