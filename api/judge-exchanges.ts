import { chooseProviders } from '../cli/choose-providers.ts'
import { redactorsFor } from '../cli/redactors.ts'
import { basesOf } from '../cli/recorded-bases.ts'
import { version } from '../cli/version.ts'
import type { ProviderName } from '../contracts/index.ts'
import { judgeRecording } from '../engine/judge-recording.ts'
import type { Report } from '../model/report.ts'
import { recordingOf } from '../wire/har/recording.ts'
import { entryOf } from './http-exchange.ts'
import type { HttpExchange } from './http-exchange.ts'
import type { OwnFolder } from './own-folder.ts'

export interface ExchangesSetting {
  /** Where the API is: origin, and base path where there is one. The documented address where absent. */
  readonly baseUrl?: string
  /** Judges exchanges of other versions of the API, too. */
  readonly anyVersion?: boolean
}

/**
 * Judges exchanges that your own code has caused, in the order in which they were complete, by what every exchange and every
 * sequence has to keep. Keys are read to tell accounts apart and are not kept. What exchanges cannot show is `unobservable` in the
 * report; `exitCode` is 3 where none of them went to the API.
 *
 * @throws {UsageError} for an unknown provider, or an exchange without a method, a URL or a status.
 * @example
 * const report = await judgeExchanges('stripe', [
 *   { request: { method: 'GET', url: '/v1/charges/ch_1' }, response: { status: 200, headers, body } },
 * ])
 */
export async function judgeExchanges(
  provider: ProviderName | OwnFolder,
  exchanges: Iterable<HttpExchange>,
  { baseUrl, anyVersion = false }: ExchangesSetting = {},
): Promise<Report> {
  const redactor = redactorsFor(process.env)
  return judgeRecording({
    providers: await chooseProviders([provider]),
    onlyShown: false,
    waivers: [],
    version,
    anyVersion,
    redactor: ({ contract }) => redactor(contract),
    exchangesOf({ contract }) {
      const bases = basesOf(contract, true, [], baseUrl)
      const entries = Array.from(exchanges, (exchange, index) =>
        entryOf(exchange, index, bases[0] ?? 'http://localhost'),
      )
      const seen = recordingOf(entries, contract, bases.length === 0 ? ['http://localhost'] : bases).exchanges
      if (seen.length > 0) return seen
      const where = bases.length === 0 ? '' : ` at ${bases.join(' or ')}`
      return `None of the exchanges holds an answer of ${contract.provider.title}${where}; give the base URL of its API as baseUrl.`
    },
  })
}
