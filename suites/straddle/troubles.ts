import { all, each } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { equals, hasStatus } from '../vocabulary/judge.ts'
import { makeAccount } from './embedding.ts'
import { idOf } from './making.ts'

const apiError = (answer: Exchange): Judgement => equals(answer, '/error/type', 'api_error')
const refusesAs = (answer: Exchange, status: number): Judgement =>
  all(hasStatus(answer, status), equals(answer, '/error/status', status), equals(answer, '/response_type', 'error'))

/** A fault of the service, which no request of ours can bring about. */
const faults: readonly Check[] = [500, 502, 503, 504].map((status) =>
  example<Exchange>(`straddle/errors/fault-${status}`, {
    needs: ['levers'],
    arrange: async (trial) => {
      await trial.lever('outage', { status, times: 1 })
      return trial.call('listCustomers')
    },
    judge: {
      'straddle.errors.status.server-error': (answer) => refusesAs(answer, status),
      'straddle.errors.type.server-error': apiError,
    },
  }),
)

const tooMany: Check = example('straddle/errors/too-many-requests', {
  needs: ['levers', 'clock'],
  arrange: async (trial) => {
    await trial.lever('limit', { requests: 1, seconds: 60 })
    const first = await trial.call('listCustomers')
    const refused = [await trial.call('listCustomers')]
    await trial.advance(50)
    refused.push(await trial.call('listPayments'))
    await trial.advance(20)
    return { first, refused, later: await trial.call('listCustomers') }
  },
  judge: {
    'straddle.errors.status.too-many-requests': ({ first, refused, later }) =>
      all(
        each([first, later], (answer) => hasStatus(answer, 200)),
        each(refused, (answer) => refusesAs(answer, 429)),
      ),
    'straddle.errors.type.server-error': ({ refused }) => each(refused, apiError),
  },
})

/** A limit that requests for embedded accounts use up, and that holds for them. */
const collective: Check = example('straddle/embedded-accounts/one-limit-for-all', {
  needs: ['levers', 'clock'],
  arrange: async (trial) => {
    const accounts = [idOf(await makeAccount(trial)), idOf(await makeAccount(trial))]
    const embed = () => trial.call('listOrganizations')
    const ask = async (account?: string) =>
      trial.call('listCustomers', account === undefined ? {} : { headers: { 'straddle-account-id': account } })
    await trial.lever('limit', { requests: 4, seconds: 60 })
    return {
      served: [await ask(), await embed(), await ask(accounts[0]), await ask(accounts[1])],
      refused: [await ask(), await embed(), await ask(accounts[0]), await ask(accounts[1])],
    }
  },
  judge: {
    'straddle.embedded.limits.collective': ({ served, refused }) =>
      all(
        each(served, (answer) => hasStatus(answer, 200)),
        each(refused, (answer) => hasStatus(answer, 429)),
      ),
  },
})

/** Troubles that a target brings about on demand. */
export const troubles: readonly Check[] = [...faults, tooMany, collective]
