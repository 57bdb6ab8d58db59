import { all, each, isKept, reads } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { equals, hasStatus } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { givenCustomer } from './scenes.ts'

const versions = example<{ own: Exchange; others: readonly Exchange[]; none: Exchange }>(
  'stripe-api-model/base-url/version',
  {
    arrange: async (trial) => {
      const { request } = await trial.given('listCustomers')
      const get = (path: string): Promise<Exchange> => trial.send({ method: 'GET', path })
      return {
        own: await get(request.path),
        others: [
          await get(request.path.replace('/v1.0/', '/v7.3/')),
          await get(request.path.replace('/v1.0/', '/v1.1/')),
          await get(request.path.replace('/v1.0/', '/v2.0/')),
        ],
        none: await get(request.path.replace('/v1.0/', '/')),
      }
    },
    judge: {
      'stripe-api-model.base-url.path.version': ({ own, others }) =>
        all(
          hasStatus(own, 200),
          each(others, (other) => hasStatus(other, 404)),
        ),
      'stripe-api-model.base-url.path.unversioned': ({ none }) => hasStatus(none, 404),
    },
  },
)

/** The prose calls the id a query parameter, the samples have it in the path. */
const idPlace = example<{ id: string; byPath: Exchange; byQuery: Exchange }>(
  'stripe-api-model/message-format/place-of-the-id',
  {
    arrange: async (trial) => {
      const id = textAt(await givenCustomer(trial), '/customerId')
      await givenCustomer(trial)
      return {
        id,
        byPath: await trial.call('retrieveCustomer', { path: { customerId: id } }),
        byQuery: await trial.call('listCustomers', { query: { customerId: id } }),
      }
    },
    judge: { 'stripe-api-model.messages.request.id-place': placeOf },
  },
)

function placeOf({ id, byPath, byQuery }: { id: string; byPath: Exchange; byQuery: Exchange }): Judgement {
  if (byPath.response.status !== 200 && read(byQuery, '/customerId') === id) return reads('query')
  const mismatches = all(hasStatus(byPath, 200), equals(byPath, '/customerId', id))
  return !isKept(mismatches) ? mismatches : reads('path')
}

export const baseUrl: readonly Check[] = [versions, idPlace]
