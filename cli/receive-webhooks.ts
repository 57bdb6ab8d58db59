import type { TargetKind } from '../suites/model/report.ts'
import { UsageError } from '../wire/errors.ts'
import { openWebhookReceiver } from '../wire/webhook-receiver.ts'
import type { WebhookReceiver } from '../wire/webhook-receiver.ts'
import { parseOrigin } from './target.ts'

const usualPort = 8788

/** Opens the built-in receiver where `ASSAY_WEBHOOK_URL` says that the outside world can reach it. */
export async function receiveWebhooks(
  environment: Readonly<Record<string, string | undefined>>,
  kind: TargetKind,
): Promise<WebhookReceiver | undefined> {
  const address = environment['ASSAY_WEBHOOK_URL']
  if (address === undefined || (kind !== 'live' && kind !== 'url')) return undefined
  const port = Number(environment['ASSAY_WEBHOOK_PORT'] ?? usualPort)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError('ASSAY_WEBHOOK_PORT is not a port; give a whole number from 0 to 65535.')
  return openWebhookReceiver(parseOrigin(address), port)
}
