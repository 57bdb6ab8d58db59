import { UnknownLever } from '../http.ts'
import type { Platform } from './world.ts'

type Details = Readonly<Record<string, unknown>>

function registerWebhook(platform: Platform, { url, secret, prefix = 'webhook' }: Details): unknown {
  if (typeof url !== 'string' || !URL.canParse(url)) throw new Error('"url" is the address to deliver webhooks to.')
  if (typeof secret !== 'string' || secret === '') throw new Error('"secret" is what webhooks are signed with.')
  if (prefix !== 'webhook' && prefix !== 'svix') throw new Error('"prefix" is webhook or svix.')
  platform.endpoints.push({ url, secret, prefix })
  return { url }
}

function setPermissions(platform: Platform, { unmask, write }: Details): unknown {
  const before = platform.permissions
  platform.permissions = {
    unmask: typeof unmask === 'boolean' ? unmask : before.unmask,
    write: typeof write === 'boolean' ? write : before.write,
  }
  return platform.permissions
}

const outages = [429, 500, 502, 503, 504]

function causeOutage(platform: Platform, { status = 500, times = 1 }: Details): unknown {
  if (typeof status !== 'number' || !outages.includes(status))
    throw new Error(`"status" is one of ${outages.join(', ')}.`)
  if (typeof times !== 'number' || !Number.isInteger(times) || times < 0) throw new Error('"times" is a whole number.')
  platform.outage = { status, times }
  return platform.outage
}

function setLimit(platform: Platform, { requests, seconds = 60 }: Details, now: number): unknown {
  const isCount = (value: unknown): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0
  if (!isCount(requests)) throw new Error('"requests" is a whole number.')
  if (!isCount(seconds)) throw new Error('"seconds" is a whole number.')
  platform.limit = { requests, until: now + seconds * 1000 }
  return { requests, seconds }
}

const levers: Readonly<Record<string, (platform: Platform, details: Details, now: number) => unknown>> = {
  webhook: registerWebhook,
  permissions: setPermissions,
  outage: causeOutage,
  limit: setLimit,
}

/** Brings a state about that no operation can. */
export function pull(platform: Platform, name: string, details: Details, now: number): unknown {
  const lever = Object.hasOwn(levers, name) ? levers[name] : undefined
  if (lever === undefined)
    throw new UnknownLever(`There is no lever ${name}; there are ${Object.keys(levers).join(', ')}.`)
  return lever(platform, details, now)
}
