import { all, each } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import { equals } from '../vocabulary/judge.ts'
import { customerBody } from './bodies.ts'
import { idOf } from './making.ts'
import { isMasked } from './masks.ts'
import type { JsonObject } from '../../model/json.ts'

const person = { ssn: '123-45-6789', dob: '1990-01-01' }
const other = { ssn: '987-65-4321', dob: '1985-12-31' }
const business = { ein: '12-3456789', legal_business_name: 'Acme Inc' }

/** A person and a business with tax numbers, read in every way there is. */
export const masking: readonly Check[] = [
  example('straddle/masking/customers', {
    arrange: async (trial) => {
      const body = customerBody(trial, { compliance_profile: person, config: { sandbox_outcome: 'review' } })
      const path = { id: idOf(await trial.given('createCustomer', { body })) }
      const firm = customerBody(trial, { type: 'business', compliance_profile: business })
      const firmPath = { id: idOf(await trial.given('createCustomer', { body: firm })) }
      await trial.given('updateCustomer', { path, body: { ...body, status: 'review' } })
      await trial.given('getCustomerReview', { path })
      await trial.given('decideCustomer', { path, body: { status: 'verified' } })
      await trial.given('listCustomers', { query: { email: String(body['email']) } })
      return {
        read: await trial.given('getCustomer', { path }),
        firm: await trial.given('getCustomer', { path: firmPath }),
        removed: await trial.given('deleteCustomer', { path }),
      }
    },
    judge: {
      'straddle.masking.customer.ip-address': ({ read, removed }) =>
        each([read, removed], (answer) => isMasked(answer, '/data/device/ip_address', '**.**.**.**')),
      'straddle.masking.customer.ssn': ({ read, removed }) =>
        each([read, removed], (answer) => isMasked(answer, '/data/compliance_profile/ssn', '***-**-****')),
      'straddle.masking.customer.dob': ({ read }) => isMasked(read, '/data/compliance_profile/dob', '****-**-**'),
      'straddle.masking.customer.ein': ({ firm }) => isMasked(firm, '/data/compliance_profile/ein', '**-*******'),
    },
  }),
  example('straddle/masking/customers-unmasked', {
    arrange: async (trial) => {
      const shown = async (more: JsonObject) => {
        const created = await trial.given('createCustomer', { body: customerBody(trial, more) })
        return trial.given('getUnmaskedCustomer', { path: { id: idOf(created) } })
      }
      const changed = await trial.given('createCustomer', {
        body: customerBody(trial, { compliance_profile: person, config: { sandbox_outcome: 'verified' } }),
      })
      const path = { id: idOf(changed) }
      const { type: _, ...update } = customerBody(trial, {
        compliance_profile: other,
        device: { ip_address: '10.1.2.3' },
      })
      await trial.given('updateCustomer', { path, body: { ...update, status: 'verified' } })
      return {
        people: [
          await shown({ compliance_profile: person, config: { sandbox_outcome: 'verified' } }),
          await shown({ compliance_profile: person, config: { sandbox_outcome: 'review' } }),
          await shown({ compliance_profile: person, config: { sandbox_outcome: 'rejected' } }),
        ],
        firm: await shown({ type: 'business', compliance_profile: business }),
        updated: await trial.given('getUnmaskedCustomer', { path }),
      }
    },
    judge: {
      'straddle.customers.unmasked.in-full': ({ people, firm }) =>
        all(
          each(people, (somebody) =>
            all(
              equals(somebody, '/data/compliance_profile/ssn', person.ssn),
              equals(somebody, '/data/compliance_profile/dob', person.dob),
              equals(somebody, '/data/device/ip_address', '192.168.1.1'),
            ),
          ),
          equals(firm, '/data/compliance_profile/ein', business.ein),
        ),
      'straddle.customers.update.stores': ({ updated }) =>
        all(
          equals(updated, '/data/compliance_profile/ssn', other.ssn),
          equals(updated, '/data/compliance_profile/dob', other.dob),
          equals(updated, '/data/device/ip_address', '10.1.2.3'),
        ),
    },
  }),
]
