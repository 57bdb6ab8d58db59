import { judgeRecording } from '../engine/judge-recording.ts'
import type { Waiver } from '../engine/waivers.ts'
import type { Contract, Provider } from '../model/contract.ts'
import type { Report } from '../model/report.ts'
import { UsageError } from '../wire/errors.ts'
import { readHar } from '../wire/har/read-har.ts'
import { recordingOf } from '../wire/har/recording.ts'
import type { Skipped } from '../wire/har/recording.ts'
import type { readEnvironment } from './environment.ts'
import { basesOf } from './recorded-bases.ts'
import { redactorsFor } from './redactors.ts'
import { version } from './version.ts'

export interface RecordingRun {
  readonly path: string
  readonly providers: readonly Provider[]
  /** Whether the user named them; others are told of only where the recording shows them. */
  readonly named: boolean
  readonly environment: ReturnType<typeof readEnvironment>
  readonly waivers: readonly Waiver[]
  readonly baseUrl?: string
  /** Judges exchanges of other versions of the API, too. */
  readonly anyVersion?: boolean
  /** Told what is left out, a line for each provider. */
  readonly say: (line: string) => void
}

/** Judges a recording for each provider that has traffic in it. */
export async function runRecording({
  path,
  providers,
  named,
  environment,
  waivers,
  baseUrl,
  anyVersion,
  say,
}: RecordingRun): Promise<Report> {
  if (baseUrl !== undefined && providers.length !== 1)
    throw new UsageError('With --base-url, name the one provider whose API is at that address.')
  const entries = readHar(path)
  const redactor = redactorsFor(environment)
  return judgeRecording({
    providers,
    onlyShown: !named,
    waivers,
    version,
    ...(anyVersion === undefined ? {} : { anyVersion }),
    redactor: ({ contract }) => redactor(contract),
    exchangesOf({ contract }) {
      const bases = basesOf(contract, named, entries, baseUrl)
      const { exchanges, skipped } = recordingOf(entries, contract, bases)
      const left = leftOut(skipped)
      if (named || exchanges.length > 0)
        say(
          `${contract.provider.name}: ${exchanges.length} of ${entries.length} recorded exchanges read${left === '' ? '' : `; ${left}`}.`,
        )
      return exchanges.length === 0 ? nothingIn(contract, bases) : exchanges
    },
  })
}

function leftOut({ otherHosts, noAnswer, noBody, again, unreadable }: Skipped): string {
  return [
    ...(otherHosts === 0 ? [] : [`${otherHosts} of other hosts`]),
    ...(noAnswer === 0 ? [] : [`${noAnswer} without an answer of the target`]),
    ...(noBody === 0 ? [] : [`${noBody} with a body that is not in the recording`]),
    ...(again === 0 ? [] : [`${again} recorded twice`]),
    ...(unreadable === 0 ? [] : [`${unreadable} that cannot be read`]),
  ].join(', ')
}

function nothingIn({ provider }: Contract, bases: readonly string[]): string {
  const where = bases.length === 0 ? '' : ` at ${bases.join(' or ')}`
  return `The recording holds no answer of ${provider.title}${where}; give the base URL of its API with --base-url.`
}
