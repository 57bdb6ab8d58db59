import { answering, everywhere, isRecord, retelling, tellingInstants } from '../../emulator/variants/rewriting.ts'
import type { Variant } from '../../emulator/variants/variant.ts'
import type { Contract, Schema } from '../../model/contract.ts'
import { isObject } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { applying } from '../../model/reference.ts'

/** Deliveries are signed, so that nothing stands between them and their receiver. */
const deliveries = /\.(?:web)?hooks?\.|\.webhooks?\b|\.events?\./

/** The variants that every provider has whose contract gives them something to change. */
export function variantsOf(contract: Contract): readonly Variant[] {
  return [...ofAnswers, ...ofMembers(mapsOf(contract)), ...(hasInstants(contract) ? ofInstants : []), ...ofIds, slower]
}

const ofAnswers: readonly Variant[] = [
  {
    id: 'media-type-is-cased-otherwise',
    text: 'The media type of an answer is written in another case, with a parameter.',
    subject: 'media type',
    between: withMediaType((type) => (/json/i.test(type) ? 'Application/JSON; Charset=UTF-8' : type)),
  },
  {
    id: 'media-type-has-no-parameter',
    text: 'The media type of an answer has no parameter.',
    subject: 'media type',
    between: withMediaType((type) => type.replace(/\s*;.*$/s, '')),
  },
  {
    id: 'a-proxy-adds-headers',
    text: 'A proxy before the service adds headers of its own.',
    between: answering((response) => ({
      ...response,
      headers: [
        ['Server', 'edge/1.2'],
        ['Via', '1.1 edge.example'],
        ['X-Cache', 'MISS'],
        ['X-Request-Start', 't=1700000000000'],
        ['Strict-Transport-Security', 'max-age=31536000'],
        ['Alt-Svc', 'h3=":443"; ma=86400'],
        ['Set-Cookie', '__edge=1; Path=/; HttpOnly'],
        ...response.headers,
      ],
    })),
  },
  {
    id: 'headers-stand-in-another-order',
    text: 'The headers of an answer stand in another order.',
    between: answering((response) => ({ ...response, headers: response.headers.toReversed() })),
  },
  {
    id: 'json-is-indented',
    text: 'The JSON of an answer is indented and ends in a line break.',
    subject: 'layout',
    between: retelling((body) => (isJson(body) ? `${JSON.stringify(JSON.parse(body), null, 2)}\n` : body)),
  },
  {
    id: 'json-escapes-what-is-not-ascii',
    text: 'The JSON of an answer writes slashes and all that is not ASCII as escapes.',
    subject: 'layout',
    between: retelling((body) =>
      isJson(body)
        ? body
            .replaceAll('/', String.raw`\/`)
            .replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        : body,
    ),
  },
]

function ofMembers(maps: ReadonlySet<string>): readonly Variant[] {
  return [
    {
      id: 'members-stand-in-another-order',
      text: 'The members of every object stand in another order.',
      between: everywhere((value) =>
        isRecord(value) ? Object.fromEntries(Object.entries(value).toReversed()) : value,
      ),
    },
    {
      id: 'objects-have-further-members',
      text: 'Every object has further members that the documents do not name.',
      between: everywhere((value, name) =>
        isRecord(value) && !maps.has(name) ? { ...value, further: 'new', further2: { id: 7 }, further3: [] } : value,
      ),
      leaves: new RegExp(`${deliveries.source}|\\.nothing-else$`),
    },
  ]
}

const ofInstants: readonly Variant[] = [
  {
    id: 'instants-are-told-in-another-zone',
    text: 'Instants are told in the time of another zone.',
    subject: 'instants',
    between: tellingInstants((_, [, whole, digits = '']) => {
      const there = new Date(Date.parse(`${whole}Z`) - 5 * 3_600_000).toISOString().slice(0, 19)
      return `${there}${digits}-05:00`
    }),
  },
  {
    id: 'instants-have-seven-digits',
    text: 'Instants have seven digits of a second.',
    subject: 'instants',
    between: tellingInstants((_, [, whole, digits = '.', zone]) => `${whole}${digits.padEnd(8, '0')}${zone}`),
  },
  {
    id: 'instants-have-no-trailing-zeros',
    text: 'Instants are told without trailing zeros.',
    subject: 'instants',
    between: tellingInstants((_, [, whole, digits = '', zone]) => `${whole}${digits.replace(/\.?0+$/, '')}${zone}`),
  },
]

const ofIds: readonly Variant[] = [
  {
    id: 'ids-are-longer',
    text: 'Ids have more characters.',
    formIds: (own) => ({ ...own, token: (length) => own.token(length + 3) }),
  },
  {
    id: 'ids-are-in-the-order-of-time',
    text: 'Ids that are UUIDs are of version 7.',
    formIds: (own) => ({ ...own, uuid: () => own.uuid().replace(/(?<=^.{14})4/, '7') }),
  },
]

const slower: Variant = {
  id: 'answers-take-their-time',
  text: 'Every answer takes a while, by the clock of the service, too.',
  movesClock: true,
  between: (answer, advance) => async (request) => {
    await advance(0.02)
    return answer(request)
  },
}

function withMediaType(change: (type: string) => string) {
  return answering((response) => ({
    ...response,
    headers: response.headers.map(([name, value]) => [
      name,
      name.toLowerCase() === 'content-type' ? change(value) : value,
    ]),
  }))
}

function isJson(body: string): boolean {
  try {
    return isRecord(JSON.parse(body))
  } catch {
    return false
  }
}

/** Names of properties whose value is a map: what it holds is the client's, and has no further members. */
function mapsOf({ schemas }: Contract): ReadonlySet<string> {
  const maps = new Set<string>()
  const visit = (value: Json, base: string): void => {
    if (Array.isArray(value)) for (const item of value as readonly Json[]) visit(item, base)
    else if (isObject(value)) {
      const { properties } = value
      for (const [name, schema] of Object.entries(isObject(properties) ? properties : {})) {
        const parts = applying(schemas, [{ schema, base }])
        if (parts.some(({ schema: part }) => isMap(part))) maps.add(name)
      }
      for (const inner of Object.values(value)) visit(inner, base)
    }
  }
  for (const [base, schema] of schemas) visit(schema, base)
  return maps
}

function isMap(schema: Schema): boolean {
  return (
    isObject(schema['additionalProperties']) ||
    schema['patternProperties'] !== undefined ||
    schema['propertyNames'] !== undefined
  )
}

function hasInstants({ schemas }: Contract): boolean {
  return [...schemas.values()].some((schema) => JSON.stringify(schema).includes('"date-time"'))
}
