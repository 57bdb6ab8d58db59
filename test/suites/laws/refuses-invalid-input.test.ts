import { describe, expect, it } from 'vitest'
import type { Contract } from '../../../model/contract.ts'
import type { Exchange } from '../../../model/exchange.ts'
import { departs } from '../../../model/judgement.ts'
import type { Judgement } from '../../../model/judgement.ts'
import type { JsonObject } from '../../../model/json.ts'
import { refusesInvalidInput } from '../../../suites/laws/refuses-invalid-input.ts'
import { hasStatus } from '../../../suites/vocabulary/judge.ts'
import { shopContract } from './shop/contract.ts'
import { openShop } from './shop/shop.ts'
import type { Rules } from './shop/shop.ts'

const shop = shopContract()
const schema = {
  $id: 'https://assay.example/schemas/shop/create.json',
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string', maxLength: 30, 'x-refused': { maxLength: 'short-names' } } },
}
const contract: Contract = {
  ...shop,
  operations: new Map(
    [...shop.operations].map(([id, one]) =>
      id === 'createThing'
        ? [id, { ...one, body: { required: true, mediaTypes: ['application/json'], schema } }]
        : [id, one],
    ),
  ),
}

const input = { body: { name: 'a'.repeat(31) }, sound: { name: 'a' }, wrong: 'a'.repeat(31) }

/** What is said of one request with a fault, where refusals have to say this. */
async function says(refusal: (answer: Exchange) => Judgement, lies: Partial<Rules>): Promise<string | undefined> {
  const [check] = refusesInvalidInput(contract, 'shop/input', { operation: 'createThing', refusal })
  const evidence = await check?.arrange(openShop(lies), input)
  return check?.judge['short-names']?.(evidence, input).says
}

const isLong = ({ name }: JsonObject): boolean => typeof name === 'string' && name.length > 30
const strict: Partial<Rules> = { stores: (sent) => (isLong(sent) ? undefined : sent) }
const forItsReason = (answer: Exchange): Judgement => hasStatus(answer, 400)
const forAnother = ({ response }: Exchange): Judgement =>
  departs({ at: '/reason', expected: 'name', actual: response.status })

describe('a request with a fault', () => {
  it('is refused', async () => {
    expect(await says(forItsReason, strict)).toBe('kept')
    expect(await says(forItsReason, {})).toBe('departs')
  })

  it('departs where it is refused for another reason', async () => {
    expect(await says(forAnother, strict)).toBe('departs')
  })

  it('shows nothing where it is refused in the same words without the fault', async () => {
    let sent = 0
    // the first valid request is taken, the one beside this fault is not
    expect(await says(forAnother, { stores: (body) => ((sent += 1) === 1 ? body : undefined) })).toBe('unobservable')
    expect(await says(forAnother, { stores: () => undefined })).toBe('unobservable')
  })
})
