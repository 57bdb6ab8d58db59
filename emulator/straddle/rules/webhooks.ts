import { createHmac } from 'node:crypto'
import type { View } from '../call.ts'

export type Happening = 'created' | 'event'

/** Delivery of webhooks. */
export const webhookRules = {
  eventType: (resource: string, happening: Happening): string => `${resource}.${happening}.v1`,
  /** A creation is told twice, as what it is and as an event; a change once. */
  happenings: (created: boolean): readonly Happening[] => (created ? ['created', 'event'] : ['event']),
  delivers: (_eventType: string): boolean => true,
  /** An event shows the object as it is after the change. */
  entity: (after: View, _before: View | undefined): View => after,
  paykeyInEvent: (full: string, _masked: string): string => full,
  eventAccount: (account: string, _platform: string): string => account,
  messageTime: (now: number): number => Math.floor(now / 1000),
  /** What is signed: id, time and the very bytes of the body. */
  signedText: (id: string, time: number, body: string): string => `${id}.${time}.${body}`,
  sign(secret: string, signed: string): string {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
    return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
  },
  accepted: (status: number): boolean => status >= 200 && status < 300,
  /** Seconds to wait after each failed attempt before the next. */
  retryDelays: (): readonly number[] => [5, 300, 1800, 7200, 18_000, 36_000, 36_000],
  /** A message keeps its id over all attempts. */
  attemptId: (id: string, _attempt: number): string => id,
  /** An endpoint that has failed for so many seconds without a break gets nothing more. */
  disabledAfter: (): number => 5 * 24 * 60 * 60,
}
