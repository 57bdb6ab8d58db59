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
  ])('%s', async ([, variant]) => {
    expect((await judge(variant)).departures).toEqual([])
  })
})

describe('a server that does what the service was seen to do', () => {
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
