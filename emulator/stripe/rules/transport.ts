import type { Ids } from '../../ids.ts'

const keyShape = /^(sk|pk)_(test|live)_([A-Za-z0-9]+)$/u

/** What a key says: whose it is, and what it can do. */
export interface Key {
  readonly account: string
  readonly livemode: boolean
  readonly publishable: boolean
}

const versions: ReadonlySet<string> = new Set([
  '2015-04-07',
  '2017-04-06',
  '2017-05-25',
  '2017-06-05',
  '2017-08-15',
  '2017-12-14',
  '2018-01-23',
])

/** How a request is let in, and what every answer carries. */
export const transport = {
  /** The account behind a key; none for a key that is malformed or unknown. */
  keyOf(key: string): Key | undefined {
    const [, kind, mode, label] = keyShape.exec(key) ?? []
    if (label === undefined || key.toLowerCase().includes('invalid')) return undefined
    return { account: `${mode}/${label}`, livemode: mode === 'live', publishable: kind === 'pk' }
  },
  /** What a key sees of objects: those of its own account. */
  visible: <Item>(own: Item | undefined, _elsewhere: () => Item | undefined): Item | undefined => own,
  acceptsBearer: true,
  acceptsBasic: true,
  restrictsPublishableKeys: true,
  requestId: (ids: Ids): string => `req_${ids.token(14)}`,
  /** The version an account is answered in unless a request names another. */
  accountVersion: '2018-01-23',
  isVersion: (version: string): boolean => versions.has(version),
  shownVersion: (used: string): string => used,
  contentType: 'application/json',
  sharesWithOrigins: true,
}
