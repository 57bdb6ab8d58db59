import { isObject } from '../../model/json.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Collection } from './described-server.ts'

const text = { type: 'string' }

const newGroup = {
  type: 'object',
  required: ['group'],
  properties: {
    idempotency_key: text,
    group: {
      type: 'object',
      required: ['name'],
      properties: { name: text, id: { ...text, maxLength: 255 }, created_at: text, updated_at: text },
    },
  },
}

/** What `fixtures/square-customer-groups.json` describes. */
export const groups: Collection = {
  path: '/v2/customers/groups',
  one: 'group',
  many: 'groups',
  statuses: { created: 200, updated: 200, deleted: 200 },
  bodies: { POST: newGroup, PUT: newGroup },
  query: { limit: /^-?\d+$/ },
  others: {},
  make: ({ group }, number) => ({
    name: 'Loyal customers',
    ...(isObject(group) ? group : {}),
    id: `GROUP${number}`,
    created_at: '2026-01-01T00:00:00Z',
  }),
  id: 'id',
  needed: 'name',
  error: { errors: [{ category: 'INVALID_REQUEST_ERROR', code: 'BAD_REQUEST' }] },
}

/** What `fixtures/digitalocean-keys.json` describes. */
export const keys: Collection = {
  path: '/v2/account/keys',
  one: 'ssh_key',
  many: 'ssh_keys',
  statuses: { created: 201, updated: 200, deleted: 204 },
  bodies: {
    POST: { type: 'object', required: ['public_key', 'name'], properties: { name: text, public_key: text } },
    PUT: { type: 'object', properties: { name: text } },
  },
  query: { per_page: /^([1-9]\d?|1\d\d|200)$/, page: /^[1-9]\d*$/, type: /^(droplet|kubernetes)$/ },
  others: { '/v2/1-clicks': { '1_clicks': [{ slug: 'monitoring', type: 'kubernetes' }] } },
  make: (body: JsonObject, number) => ({
    name: 'key',
    public_key: 'ssh-rsa AAAA',
    ...body,
    id: 512_000 + number,
    fingerprint: '3b:16',
  }),
  id: 'id',
  needed: 'public_key',
  error: { id: 'unauthorized', message: 'refused' },
  beside: { meta: { total: 1 } },
}
