import { Stripe } from 'stripe'
import { request } from 'undici'
import { afterEach, describe, expect, it } from 'vitest'
import { startEmulator } from '../../api/index.ts'
import type { EmulatorSetting, RunningEmulator } from '../../api/index.ts'
import type { ProviderName } from '../../contracts/index.ts'

let running: RunningEmulator[] = []
afterEach(async () => {
  await Promise.all(running.map((emulator) => emulator.close()))
  running = []
})

async function start(provider: ProviderName, setting?: EmulatorSetting): Promise<RunningEmulator> {
  const emulator = await startEmulator(provider, setting)
  running = [...running, emulator]
  return emulator
}

function clientOf({ origin, keys }: RunningEmulator, key = keys.first) {
  const { hostname, port } = new URL(origin)
  return new Stripe(key, { host: hostname, port, protocol: 'http' })
}

const charge = { amount: 2000, currency: 'usd', source: 'tok_visa' }
const noon = new Date('2018-02-01T12:00:00Z')

describe('an emulator started by a function', () => {
  it('serves an official client, and tells what was asked and answered', async () => {
    const emulator = await start('stripe')
    const made = await clientOf(emulator).charges.create(charge)
    const [seen, ...others] = emulator.requests()
    expect(others).toEqual([])
    expect(seen).toMatchObject({ operation: 'createCharge', method: 'POST', path: '/v1/charges', status: 200 })
    expect(new URLSearchParams(seen?.body).get('amount')).toBe('2000')
    expect(JSON.parse(seen?.answer ?? '')).toMatchObject({ id: made.id })
    expect(seen?.headers['user-agent']).toContain('Stripe')
  })

  it('answers a client of today in its own version, and says so', async () => {
    const { origin } = await start('stripe')
    const ask = async (to: string, version: string) => {
      const headers = { authorization: 'Bearer sk_test_one', 'stripe-version': version }
      const { statusCode, headers: answered, body } = await request(`${to}/v1/balance`, { headers })
      await body.dump()
      return [statusCode, answered['stripe-version'], answered['x-assay-version']]
    }
    const note = (version: string) => `answered in 2018-01-23, asked for ${version}`
    expect(await ask(origin, Stripe.API_VERSION)).toEqual([200, '2018-01-23', note(Stripe.API_VERSION)])
    expect(await ask(origin, '2020-08-27')).toEqual([200, '2018-01-23', note('2020-08-27')])
    expect(await ask(origin, '2017-08-15')).toEqual([200, '2017-08-15', undefined])
    for (const version of ['1999-12-31', '2018-1-23', 'latest', '2020-08-27, 2020-08-27'])
      expect(await ask(origin, version)).toEqual([400, '2018-01-23', undefined])
    const strict = await start('stripe', { strictVersion: true })
    expect(await ask(strict.origin, Stripe.API_VERSION)).toEqual([400, '2018-01-23', undefined])
  })

  it('names no operation where none is described', async () => {
    const { origin, requests } = await start('stripe')
    await (await request(`${origin}/v1/no-such-path`)).body.dump()
    expect(requests()).toMatchObject([{ operation: undefined, method: 'GET', path: '/v1/no-such-path' }])
  })

  it('gives each key an account of its own', async () => {
    const emulator = await start('stripe')
    await clientOf(emulator).charges.create(charge)
    const { data } = await clientOf(emulator, emulator.keys.second).charges.list()
    expect(data).toEqual([])
  })

  it('answers the same for the same seed and time', async () => {
    const setting = { seed: 7, clock: noon }
    const made = await Promise.all(
      [setting, setting, { ...setting, seed: 8 }].map(async (one) =>
        clientOf(await start('stripe', one)).charges.create(charge),
      ),
    )
    expect(made[0]).toEqual(made[1])
    expect(made[0]?.id).not.toBe(made[2]?.id)
  })

  it('stands still at a date until it is moved', async () => {
    const emulator = await start('stripe', { clock: noon })
    expect(emulator.now()).toEqual(noon)
    await emulator.advance(90)
    expect(emulator.now()).toEqual(new Date('2018-02-01T12:01:30Z'))
    expect((await clientOf(emulator).charges.create(charge)).created).toBe(noon.getTime() / 1000 + 90)
  })

  it('pulls levers on the first account, or on that of a key', async () => {
    const emulator = await start('strike')
    const first = (await emulator.lever('account')) as { id: string }
    expect(await emulator.lever('account', { key: emulator.keys.first })).toEqual(first)
    expect(await emulator.lever('account', { key: emulator.keys.second })).not.toEqual(first)
  })

  it('switches faults on', async () => {
    const { origin } = await start('straddle', { faults: ['empty-unauthorized'] })
    const answer = await request(`${origin}/v1/customers`)
    expect({ status: answer.statusCode, body: await answer.body.text() }).toEqual({ status: 401, body: '' })
  })

  it('speaks HTTPS on request', async () => {
    const { origin, certificateAuthority } = await start('acinq-strike', { tls: true })
    expect(origin).toMatch(/^https:/)
    expect(certificateAuthority).toContain('BEGIN CERTIFICATE')
  })

  it('is closed at the end of its block, and closing it again does no harm', async () => {
    let origin = ''
    {
      await using emulator = await startEmulator('acinq-strike')
      origin = emulator.origin
      await emulator.close()
    }
    await expect(request(origin)).rejects.toThrow('ECONNREFUSED')
  })

  it('remembers the latest 1,000 requests', async () => {
    const { origin, requests } = await start('acinq-strike')
    for (let sent = 0; sent < 1_003; sent += 1) await (await request(`${origin}/${sent}`)).body.dump()
    expect(requests()).toHaveLength(1_000)
    expect(requests()[0]?.path).toBe('/3')
  })
})

describe('what cannot be started is refused in a sentence', () => {
  it.each([
    ['a provider', 'strpie', {}, 'There is no provider "strpie"; choose from '],
    ['a fault', 'strike', { faults: ['no-such'] }, 'strike has no fault "no-such"; it has later-statuses'],
    ['a seed', 'strike', { seed: 0.5 }, 'A seed is a whole number, zero or more, not 0.5.'],
    ['a date', 'strike', { clock: new Date('no date') }, 'The clock is "running", "frozen", or a date'],
    ['a word for a clock', 'strike', { clock: 'fast' }, 'The clock is "running", "frozen", or a date'],
    ['a port', 'strike', { port: 1, host: '192.0.2.1' }, 'Port 1 of 192.0.2.1 cannot be opened: '],
  ])('%s', async (_what, provider, setting, message) => {
    await expect(startEmulator(provider as ProviderName, setting as EmulatorSetting)).rejects.toThrow(message)
  })

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('an advance by %s seconds', async (seconds) => {
    await expect((await start('strike')).advance(seconds)).rejects.toThrow(
      'The clock moves by a whole number of seconds',
    )
  })

  it('a lever', async () => {
    await expect((await start('strike')).lever('no-such')).rejects.toThrow('There is no lever no-such')
  })
})
