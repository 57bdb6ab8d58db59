import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Resource } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { each, isKept, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Json } from '../../model/json.ts'
import { valueAt } from '../../model/json.ts'
import type { Call, Trial } from '../../model/trial.ts'
import { equals, hasStatus } from '../vocabulary/judge.ts'
import { kebab } from './kebab.ts'
import { checkId, needsOf, sceneOf } from './matrix.ts'
import type { Law, Matrix } from './matrix.ts'
import { bodyOf, filledCall, withValue, writtenBy } from './written-values.ts'

/** A body says the same however its media type lets it be spelled. */
export const spelling: Law = {
  name: 'spelling',
  text: 'A body says the same however its media type lets it be spelled.',
  of(matrix, name): readonly Check[] | string {
    const { bodies = {} } = matrix.contract.declaration
    const resource = matrix.contract.declaration.resources[name] as Resource
    const operation = resource.create.find((one) => textOf(resource, one) !== undefined)
    if (operation === undefined) return 'no create writes a text that it shows'
    const checks = Object.entries(bodies).flatMap(([mediaType, clause]) =>
      matrix.contract.operations.get(operation)?.body?.mediaTypes.includes(mediaType) === true
        ? [spelled({ matrix, resource, operation, mediaType, clause })]
        : [],
    )
    return checks.length === 0 ? 'nothing says in which media types a body is sent' : checks
  },
}

interface Spelled {
  readonly matrix: Matrix
  readonly resource: Resource
  readonly operation: string
  readonly mediaType: string
  readonly clause: string
}

interface Sent {
  readonly text: Json
  readonly created: Exchange
}

type Spelling = Pick<Call, 'spelling' | 'headers'>

const inLowerCase = (text: string): string => text.replaceAll(/%[0-9A-F]{2}/g, (byte) => byte.toLowerCase())
const escaped = (text: string): string =>
  text.replaceAll(/[\u{80}-\u{10FFFF}]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  )

/** How the same is written otherwise: as browsers do, as strict encoders do, and as other libraries do. */
function spellingsOf(mediaType: string): readonly Spelling[] {
  const named = [
    { headers: { 'content-type': `${mediaType}; charset=utf-8` } },
    { headers: { 'content-type': mediaType.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase()) } },
  ]
  if (mediaType.endsWith('x-www-form-urlencoded'))
    return [
      { spelling: (body) => body.replaceAll('%20', '+') },
      { spelling: (body) => body.replaceAll('%3D', '=') },
      { spelling: inLowerCase },
      ...named,
    ]
  return [{ spelling: escaped }, { spelling: (body) => JSON.stringify(JSON.parse(body), null, 2) }, ...named]
}

/** Short, and with what encodings treat otherwise: a blank, a plus, an equals sign, an ampersand, characters of two and four bytes. */
const awkward = ' 1+1=2 & \u{E9}\u{1F375}'

function spelled({ matrix, resource, operation, mediaType, clause }: Spelled): Check {
  const [pointer, shownAt] = textOf(resource, operation) ?? ['', '']
  const at = `${resource.at}${shownAt}`
  return example<readonly Sent[]>(
    checkId(matrix, 'spelling', `${kebab(operation)}-${kebab(mediaType.replace(/.*[/-]/, ''))}`),
    {
      needs: needsOf(matrix, operation),
      arrange: async (trial) => {
        const sent = [await send(trial, {})]
        for (const one of spellingsOf(mediaType)) sent.push(await send(trial, one))
        return sent
      },
      judge: {
        // what is not even taken as it is usually spelled, is not the fault of a spelling
        [clause]: ([plain, ...others]) =>
          plain === undefined || !isKept(shows(plain)) ? nothing : each(others, shows),
      },
    },
  )

  async function send(trial: Trial, one: Spelling): Promise<Sent> {
    const call = filledCall(await sceneOf(matrix, operation)(trial), writtenBy(resource, operation), trial)
    const body = withValue(bodyOf(call), pointer, `${trial.unique('a')}${awkward}`)
    const created = await trial.call(operation, { ...call, body, mediaType, ...one })
    return { text: valueAt(body, pointer) ?? null, created }
  }

  function shows({ text, created }: Sent): Judgement {
    return created.response.status < 300 ? equals(created, at, text) : hasStatus(created, 200, 201)
  }
}

/** The first text that a create takes over, with where it is shown. */
function textOf(resource: Resource, operation: string): readonly [string, string] | undefined {
  const [pointer, property] =
    Object.entries(writtenBy(resource, operation)).find(([, { kind }]) => kind === 'text') ?? []
  return pointer === undefined ? undefined : [pointer, property?.at ?? pointer]
}
