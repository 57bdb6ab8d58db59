import type { TargetChoice } from './target.ts'
import { UsageError } from '../wire/errors.ts'
import { isLoopback } from '../model/host.ts'
import { openWebhookReceiver } from '../wire/webhook-receiver.ts'
import type { WebhookReceiver } from '../wire/webhook-receiver.ts'

const usualPort = 8788

interface Receiving {
  readonly url: URL
  readonly port: number
  readonly host?: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** Opens the built-in receiver where `ASSAY_WEBHOOK_URL` says that the outside world can reach it. */
export async function receiveWebhooks(
  environment: Environment,
  choice: TargetChoice,
): Promise<WebhookReceiver | undefined> {
  const receiving = receivingFor(environment, choice)
  return receiving === undefined ? undefined : openWebhookReceiver(receiving.url, receiving)
}

/** Where the environment says that webhooks of a target can be received; the embedded emulator and recordings need no place. */
export function receivingFor(environment: Environment, choice: TargetChoice): Receiving | undefined {
  const address = environment['ASSAY_WEBHOOK_URL']
  if (address === undefined || choice.kind === 'emulator' || choice.kind === 'recording') return undefined
  const port = Number(environment['ASSAY_WEBHOOK_PORT'] ?? usualPort)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError('ASSAY_WEBHOOK_PORT is not a port; give a whole number from 0 to 65535.')
  const url = parseAddress(address)
  // providers refuse to deliver over plain HTTP, and that refusal is no gap; an emulator of ours lets this machine pass
  const isWithin = choice.kind === 'url' && choice.emulated && isLoopback(url)
  if (url.protocol !== 'https:' && !isWithin)
    throw new UsageError(
      'ASSAY_WEBHOOK_URL has to begin with https://; plain http:// is for --emulated and an address of this machine.',
    )
  const host = environment['ASSAY_WEBHOOK_HOST']
  return { url, port, ...(host === undefined ? {} : { host }) }
}

function parseAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new UsageError('ASSAY_WEBHOOK_URL is not an address that begins with https://, such as that of a tunnel.')
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    throw new UsageError('ASSAY_WEBHOOK_URL holds credentials, a query or a fragment; give the origin and path only.')
  return url
}
