import { judgeRecording } from '../engine/judge-recording.ts'
import type { Waiver } from '../engine/waivers.ts'
import type { Contract, Provider } from '../suites/model/contract.ts'
import type { Report } from '../suites/model/report.ts'
import { UsageError } from '../wire/errors.ts'
import { readHar } from '../wire/har/read-har.ts'
import { recordingOf } from '../wire/har/recording.ts'
import type { Skipped } from '../wire/har/recording.ts'
import { createRedactor } from '../wire/redaction/create-redactor.ts'
import type { readEnvironment } from './environment.ts'
import { secretsOf } from './open-target.ts'
import { basesOf } from './recorded-bases.ts'
import { version } from './version.ts'

export interface RecordingRun {
  readonly path: string
  readonly providers: readonly Provider[]
  readonly environment: ReturnType<typeof readEnvironment>
  readonly waivers: readonly Waiver[]
  readonly baseUrl?: string
  /** Told what is left out, a line for each provider. */
  readonly say: (line: string) => void
}

/** Judges a recording for each provider that has traffic in it. */
export async function runRecording({ path, providers, environment, waivers, baseUrl, say }: RecordingRun): Promise<Report> {
  if (baseUrl !== undefined && providers.length !== 1) throw new UsageError('With --base-url name the one provider whose API is at that address.')
  const entries = readHar(path)
  return judgeRecording({
    providers,
    waivers,
    version,
    redactor: ({ contract }) => createRedactor(secretsOf([contract], environment)),
    exchangesOf({ contract }) {
      const { exchanges, skipped } = recordingOf(entries, contract, basesOf(contract, baseUrl))
      const left = leftOut(skipped)
      say(`${contract.provider.name}: ${exchanges.length} of ${entries.length} recorded exchanges judged${left === '' ? '' : `; ${left}`}.`)
      return exchanges.length === 0 ? nothingIn(contract, baseUrl) : exchanges
    },
  })
}

function leftOut({ otherHosts, noAnswer, noBody }: Skipped): string {
  return [
    ...(otherHosts === 0 ? [] : [`${otherHosts} of other hosts`]),
    ...(noAnswer === 0 ? [] : [`${noAnswer} without an answer of the target`]),
    ...(noBody === 0 ? [] : [`${noBody} with a body that is not in the recording`]),
  ].join(', ')
}

function nothingIn({ provider, servers }: Contract, baseUrl: string | undefined): string {
  const where = baseUrl === undefined ? servers.join(' or ') : 'that address'
  return `The recording holds no answer of ${provider.title} at ${where}; say --base-url where its API is elsewhere.`
}
