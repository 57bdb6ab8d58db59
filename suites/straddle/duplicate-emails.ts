import { all, unobservable } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Trial } from '../../model/trial.ts'
import { actingFor } from '../laws/acting-for.ts'
import { hasStatus, holds } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { customerBody } from './bodies.ts'
import { makeAccount } from './embedding.ts'
import { onlyIds } from './found.ts'
import { idOf, makeCustomer } from './making.ts'
import { namesField, references } from './refusal.ts'
import { makes } from './success.ts'

const withEmail = (trial: Trial, email: string) => trial.given('listCustomers', { query: { email } })

/** An e-mail address that one customer of an account has, however many came after it. */
export const duplicateEmails: readonly Check[] = [
  example('straddle/errors/duplicate-email', {
    arrange: async (trial) => {
      const first = await makeCustomer(trial)
      const other = await makeCustomer(trial)
      const email = String(read(first, '/data/email'))
      const created = await trial.call('createCustomer', { body: customerBody(trial, { email }) })
      const { type: _type, ...body } = customerBody(trial, { email })
      const updated = await trial.call('updateCustomer', {
        path: { id: idOf(other) },
        body: { ...body, status: 'verified' },
      })
      return { first, created, updated, found: await withEmail(trial, email) }
    },
    judge: {
      'straddle.errors.example.duplicate-email': ({ first, created, updated, found }) =>
        all(hasStatus(created, 400), hasStatus(updated, 400), onlyIds(found, [idOf(first)])),
      'straddle.errors.example.duplicate-explained': ({ created }) => {
        if (created.response.status < 400) return unobservable('the request was not refused')
        if (references(created).length > 0) return namesField(created, 'email')
        const detail = read(created, '/error/detail')
        return holds(/e-?mail/i.test(String(detail)), '/error/detail', 'a mention of the e-mail address', detail)
      },
    },
  }),
  example('straddle/errors/an-email-of-two-accounts', {
    arrange: async (trial) => {
      const account = idOf(await makeAccount(trial))
      const email = String(read(await makeCustomer(trial), '/data/email'))
      return actingFor(trial, 'straddle-account-id', account).call('createCustomer', {
        body: customerBody(trial, { email }),
      })
    },
    judge: { 'straddle.errors.example.duplicate-email': makes },
  }),
]
