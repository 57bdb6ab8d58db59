import { describe, expect, it } from 'vitest'
import { loadContract } from '../../contracts/load.ts'
import { emulated } from '../emulated.ts'
import { createTrial } from '../../engine/trial.ts'
import { givenCharge, of as ofCharge } from '../../suites/acinq-strike/charge.ts'
import { makeCustomer } from '../../suites/straddle/making.ts'
import { givenInvoice, of as ofInvoice } from '../../suites/strike/scenes.ts'
import { customer } from '../../suites/stripe/scenes.ts'
import { givenCustomer } from '../../suites/stripe-api-model/scenes.ts'
import { textAt } from '../../suites/vocabulary/read.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Trial } from '../../model/trial.ts'
import { embeddedEmulator } from '../../wire/targets.ts'

/** Makes something and answers with what reads it. */
type Make = (trial: Trial) => Promise<() => Promise<Exchange>>

const makes: Readonly<Record<string, Make>> = {
  async stripe(trial) {
    const path = { customer: await customer(trial) }
    return () => trial.call('retrieveCustomer', { path })
  },
  async 'stripe-api-model'(trial) {
    const path = { customerId: textAt(await givenCustomer(trial), '/customerId') }
    return () => trial.call('retrieveCustomer', { path })
  },
  async straddle(trial) {
    const path = { id: textAt(await makeCustomer(trial), '/data/id') }
    return () => trial.call('getCustomer', { path })
  },
  async strike(trial) {
    const of = ofInvoice(await givenInvoice(trial))
    return () => trial.call('retrieveInvoice', of)
  },
  async 'acinq-strike'(trial) {
    const of = ofCharge(await givenCharge(trial))
    return () => trial.call('retrieveCharge', of)
  },
}

async function trialOf(provider: (typeof emulated)[number]): Promise<Trial> {
  const target = await embeddedEmulator(provider, 1)
  let id = 0
  return createTrial({
    contract: loadContract(provider),
    session: target.open('reset'),
    capabilities: target.capabilities,
    outages: false,
    account: 'reset',
    seed: 1,
    nonce: '',
    onExchange: () => undefined,
    nextId: () => (id += 1),
  })
}

describe.each(emulated)('an account of $name', (provider) => {
  it('is as if its key had never been used, once it is reset, and no other is', async () => {
    const trial = await trialOf(provider)
    const make = makes[provider.name] as Make
    const other = trial.as('other')
    const reads = [await make(trial), await make(trial), await make(other)]
    await trial.lever('reset', {})
    expect((await Promise.all(reads.map((read) => read()))).map(({ response }) => response.status)).toEqual([
      404, 404, 200,
    ])
    const again = await make(trial)
    expect((await again()).response.status).toBe(200)
    await other.lever('reset', {})
    expect((await reads[2]?.())?.response.status).toBe(404)
  })

  it('can be reset before its key was ever used, and time goes on after it', async () => {
    const trial = await trialOf(provider)
    await trial.lever('reset', {})
    const read = await (makes[provider.name] as Make)(trial)
    await trial.lever('reset', {})
    await trial.advance(100 * 86_400)
    expect((await read()).response.status).toBe(404)
  })

  it('lives in a time that no step takes beyond what a date can hold', async () => {
    const trial = await trialOf(provider)
    await (makes[provider.name] as Make)(trial)
    for (const seconds of [Number.MAX_SAFE_INTEGER, 1e300])
      await expect(trial.advance(seconds)).rejects.toThrow('The clock cannot be moved beyond the year 9989.')
    await trial.advance(60)
    const read = await (makes[provider.name] as Make)(trial)
    expect((await read()).response.status).toBe(200)
  })
})
