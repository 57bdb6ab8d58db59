import Straddle from '@straddlecom/straddle'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEmulator } from '../../../emulator/module.ts'
import { serve } from '../../../emulator/server.ts'
import type { Served } from '../../../emulator/server.ts'
import { model } from '../../../emulator/straddle/index.ts'
import { key, start } from './harness.ts'

const emulator = createEmulator(model, { seed: 7, start, deliver: () => Promise.resolve(200) })
let served: Served
let platform: Straddle

beforeAll(async () => {
  served = await serve(emulator, { port: 0 })
  platform = new Straddle({ apiKey: key('platform'), baseURL: served.origin, maxRetries: 0, logLevel: 'off' })
})
afterAll(() => served.close())

describe('the official client of a platform', () => {
  it('acts for embedded accounts', async () => {
    const { organizations, accounts, representatives, linkedBankAccounts } = platform.embed
    const organization = await organizations.create({ name: 'Example Org' })
    const { data: account } = await accounts.create({
      organization_id: organization.data.id,
      account_type: 'business',
      access_level: 'managed',
      business_profile: { name: 'Shop', website: 'https://shop.example' },
    })
    const terms = { accepted_date: '2026-03-02T00:00:00Z', agreement_type: 'embedded', agreement_url: null } as const
    await expect(accounts.onboard(account.id, { terms_of_service: terms })).rejects.toBeInstanceOf(
      Straddle.UnprocessableEntityError,
    )
    await representatives.create({
      account_id: account.id,
      first_name: 'Ada',
      last_name: 'Example',
      dob: '1990-01-02',
      ssn_last4: '1234',
      email: 'ada@shop.example',
      mobile_number: '+12025550123',
      relationship: { primary: true, control: true, owner: false },
    })
    const linked = await linkedBankAccounts.create({
      account_id: account.id,
      bank_account: { account_holder: 'Shop', routing_number: '021000021', account_number: '000123456789' },
    })
    expect(linked.data.bank_account.account_mask).toBe('********6789')
    expect((await linkedBankAccounts.unmask(linked.data.id)).data.bank_account.account_number).toBe('000123456789')
    expect((await accounts.onboard(account.id, { terms_of_service: terms })).data.status).toBe('onboarding')
    expect((await accounts.simulate(account.id, { final_status: 'active' })).data.status).toBe('active')
    const capability = await accounts.capabilityRequests.create(account.id, { internet: { enable: true } })
    expect(capability.data).toMatchObject([{ type: 'internet', category: 'consent_type' }])

    const { data: theirs } = await platform.customers.create({
      name: 'Ada Example',
      type: 'individual',
      email: 'ada@example.com',
      phone: '+12025550123',
      device: { ip_address: '192.0.2.7' },
      'Straddle-Account-Id': account.id,
    })
    await expect(platform.customers.get(theirs.id)).rejects.toBeInstanceOf(Straddle.NotFoundError)
    const read = await platform.customers.get(theirs.id, { 'Straddle-Account-Id': account.id })
    expect(read.data.id).toBe(theirs.id)
  })
})
