import { describe, expect, it } from 'vitest'
import { isObject } from '../../../model/json.ts'
import type { JsonObject } from '../../../model/json.ts'
import { toResponse } from '../../../wire/response.ts'
import type { Variant } from '../variant.ts'
import { judge } from './judging.ts'

type Rewrite = NonNullable<Variant['rewrite']>

/** Changes the JSON of the answers that are picked. */
function rewriting(
  picks: (status: number, operation: string | undefined) => boolean,
  change: (body: JsonObject) => JsonObject,
): Rewrite {
  return ({ operation }, response) =>
    picks(response.status, operation) && isObject(response.json)
      ? toResponse(response.status, response.headers, JSON.stringify(change(response.json)))
      : response
}

describe('a server that does what the document says, and no more', () => {
  it.for<[string, Variant]>([
    [
      'answers a deletion with 200 and a body',
      {
        rewrite: ({ method }, response) =>
          method === 'DELETE' && response.status < 300
            ? toResponse(200, [['content-type', 'application/json']], '{}')
            : response,
      },
    ],
    [
      'leaves out all that is optional in an error',
      {
        rewrite: rewriting(
          (status) => status >= 400,
          ({ data }) => ({ data: data as JsonObject }),
        ),
        // debug is optional as well, but for the development mode, which the lever switches on
        only: ['strike/errors/client', 'strike/validation', 'strike/invoices', 'strike/authentication', 'strike/lists'],
      },
    ],
    [
      'shows profiles without an id',
      {
        rewrite: rewriting(
          (_, operation) => operation?.startsWith('retrieveProfile') === true,
          (profile) => Object.fromEntries(Object.entries(profile).filter(([name]) => name !== 'id')),
        ),
      },
    ],
  ])('%s', async ([, variant]) => {
    expect((await judge(variant)).departures).toEqual([])
  })
})

describe('a server that does what the service was seen to do', () => {
  it('tells the time of a create with seven digits, and later with six, trailing zeros dropped', async () => {
    const retold = (change: (body: string) => string, ...statuses: readonly number[]): Rewrite => {
      return (_, response) =>
        statuses.includes(response.status)
          ? toResponse(response.status, response.headers, change(response.body))
          : response
    }
    const created = retold((body) => body.replaceAll(/(\.\d{6})(?=\+00:00")/g, '$17'), 201)
    const fetched = retold(
      (body) => body.replaceAll(/(\.\d*?)0+(?=\+00:00")/g, '$1').replaceAll('.+00:00"', '+00:00"'),
      200,
    )
    const { departures } = await judge({
      rewrite: (request, response) => fetched(request, created(request, response)),
    })
    expect(departures).toEqual([])
  })

  it('has later statuses, which are known departures', async () => {
    const { fails, warns } = await judge({
      lie: {
        rules: ({ statusOf }) => ({
          statusOf: (code) => (code === 'LN_UNAVAILABLE' ? 503 : code === 'ACCOUNT_NOT_READY' ? 425 : statusOf(code)),
        }),
      },
      rewrite: ({ method }, response) =>
        method === 'DELETE' && response.status === 200 ? { ...response, status: 204 } : response,
    })
    expect(fails).toEqual([])
    expect(warns).toEqual([
      'strike.errors.statuses.listed',
      'strike.errors.statuses.200-ok',
      'strike.errors.codes.account-not-ready',
      'strike.errors.codes.ln-unavailable',
    ])
  })

  it('has a code of a later list, but none that nobody has seen', async () => {
    const coded = (code: string): Variant => ({
      only: ['strike/payments'],
      rewrite: (_, response) =>
        response.status === 422
          ? toResponse(422, response.headers, response.body.replace('"UNPROCESSABLE_ENTITY"', `"${code}"`))
          : response,
    })
    const [later, bogus] = [await judge(coded('BALANCE_TOO_LOW')), await judge(coded('NO_MONEY_LEFT'))]
    expect([later.fails, later.warns]).toEqual([[], ['strike.errors.response.code-tabled']])
    expect(bogus.fails).toEqual(['strike.errors.response.code-tabled'])
  })
})
