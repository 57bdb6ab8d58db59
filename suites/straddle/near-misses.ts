import { each } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import { pointerSteps } from '../../model/json.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { kebab } from '../laws/kebab.ts'
import { bodyOf, withValue } from '../laws/written-values.ts'
import { hasStatus } from '../vocabulary/judge.ts'
import { customerBody } from './bodies.ts'
import { scenes } from './matrix.ts'
import { refusesField } from './refusal.ts'

/** Values of a form, the longest and shortest among them, and others that miss it by a character. */
interface Form {
  readonly right: readonly Json[]
  readonly wrong: readonly Json[]
}

const phone: Form = {
  right: ['+12', '+123456789012345'],
  wrong: ['+1234567890123456', '+02025550123', '12025550123', '+1', '+1 2025550123'],
}
const day: Form = { right: ['1980-02-29'], wrong: ['1981-02-29', '1980-13-01', '19800229', '1980-2-29'] }
const routing: Form = { right: [], wrong: ['02100002', '0210000210'] }

const person: Readonly<Record<string, Form>> = {
  '/phone': phone,
  '/device/ip_address': { right: ['255.255.255.255'], wrong: ['256.1.1.1', '1.2.3', '1.2.3.4.5', ''] },
  '/address/state': { right: [], wrong: ['I', 'ILL', 'Il'] },
  '/address/zip': { right: ['62701-1234'], wrong: ['6270', '627011', '62701-123', 'ABCDE'] },
  '/compliance_profile/ssn': { right: [], wrong: ['123456789', '123-45-678', '123-45-67890'] },
  '/compliance_profile/dob': day,
}
const firm: Readonly<Record<string, Form>> = {
  '/compliance_profile/ein': { right: [], wrong: ['123456789', '12-345678', '12-34567890'] },
}
const representative: Readonly<Record<string, Form>> = {
  '/mobile_number': phone,
  '/dob': day,
  '/ssn_last4': { right: ['0000'], wrong: ['123', '12345', 'abcd'] },
}
const account: Readonly<Record<string, Form>> = {
  '/business_profile/phone': phone,
  '/business_profile/tax_id': { right: [], wrong: ['12345678', '1234567890', '12-3456789'] },
}

interface Request {
  readonly operation: string
  readonly clause: string
  readonly forms: Readonly<Record<string, Form>>
  /** What the body has besides that of the scene. */
  readonly more?: (trial: Trial) => JsonObject
  readonly suffix?: string
}

const address = { address1: '1 Main St', city: 'Springfield', state: 'IL', zip: '62701' }
const ofPerson = (trial: Trial) =>
  customerBody(trial, { type: 'individual', address, compliance_profile: { ssn: '123-45-6789', dob: '1990-01-01' } })
const ofFirm = (trial: Trial) =>
  customerBody(trial, { type: 'business', compliance_profile: { ein: '12-3456789', legal_business_name: 'Acme Inc' } })
const withoutType = (body: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'type'))

const requests: readonly Request[] = [
  { operation: 'createCustomer', clause: 'straddle.customers.create.formats', forms: person, more: ofPerson },
  {
    operation: 'createCustomer',
    clause: 'straddle.customers.create.formats',
    forms: firm,
    more: ofFirm,
    suffix: '-of-a-business',
  },
  {
    operation: 'updateCustomer',
    clause: 'straddle.customers.update.formats',
    forms: { ...person, ...firm },
    more: (trial) => withoutType(ofPerson(trial)),
  },
  {
    operation: 'createBankAccountPaykey',
    clause: 'straddle.bridge.create.formats',
    forms: { '/routing_number': routing },
  },
  { operation: 'createRepresentative', clause: 'straddle.representatives.create.formats', forms: representative },
  { operation: 'updateRepresentative', clause: 'straddle.representatives.update.formats', forms: representative },
  { operation: 'createAccount', clause: 'straddle.accounts.create.formats', forms: account },
  { operation: 'updateAccount', clause: 'straddle.accounts.update.formats', forms: account },
  {
    operation: 'createCharge',
    clause: 'straddle.charges.create.formats',
    forms: { '/payment_date': { right: [], wrong: ['2038-02-30', '20380201'] } },
  },
  {
    operation: 'createPayout',
    clause: 'straddle.payouts.create.formats',
    forms: { '/payment_date': { right: [], wrong: ['2038-02-30', '20380201'] } },
  },
]

interface Tried {
  readonly pointer: string
  readonly answer: Exchange
}

function nearMisses({ operation, clause, forms, more, suffix = '' }: Request): Check {
  return example<{ readonly right: readonly Tried[]; readonly wrong: readonly Tried[] }>(
    `straddle/near-misses/${kebab(operation)}${suffix}`,
    {
      // so many requests are for a target that costs nothing
      needs: ['levers'],
      arrange: async (trial) => {
        const call = await (
          scenes.calls[operation] as (trial: Trial) => ReturnType<NonNullable<(typeof scenes.calls)[string]>>
        )(trial)
        const tried = async (pick: (form: Form) => readonly Json[]): Promise<readonly Tried[]> => {
          const all: Tried[] = []
          for (const [pointer, form] of Object.entries(forms))
            for (const value of pick(form)) {
              const whole = { ...bodyOf(call), ...fresh(trial, bodyOf(call)), ...more?.(trial) }
              const profile = pointer.endsWith('/ein') ? { compliance_profile: { legal_business_name: null } } : {}
              const body = withValue({ ...whole, ...profile }, pointer, value)
              all.push({ pointer, answer: await trial.call(operation, { ...call, body }) })
            }
          return all
        }
        return { right: await tried(({ right }) => right), wrong: await tried(({ wrong }) => wrong) }
      },
      judge: {
        [clause]: ({ right, wrong }) =>
          each(
            [...right.map((one) => ({ ...one, fits: true })), ...wrong.map((one) => ({ ...one, fits: false }))],
            (one) =>
              one.fits
                ? hasStatus(one.answer, 200, 201)
                : refusesField(one.answer, pointerSteps(one.pointer).at(-1) ?? ''),
          ),
      },
    },
  )
}

/** What is taken once only is another with each request. */
function fresh(trial: Trial, body: JsonObject): JsonObject {
  return body['external_id'] === undefined ? {} : { external_id: trial.unique('NEW-') }
}

/** A value of almost the documented form is refused, and one at its limits is not. */
export const nearlyFormed: readonly Check[] = requests.map(nearMisses)

const withMetadata = [
  ['createCustomer', 'straddle.customers.create.types'],
  ['createBankAccountPaykey', 'straddle.bridge.create.types'],
  ['createPlaidPaykey', 'straddle.bridge.create.types'],
  ['createCharge', 'straddle.charges.create.types'],
  ['createPayout', 'straddle.payouts.create.types'],
  ['updateCharge', 'straddle.charges.update.types'],
  ['updateCustomer', 'straddle.customers.update.types'],
  ['createOrganization', 'straddle.organizations.create.types'],
  ['createAccount', 'straddle.accounts.create.types'],
  ['createRepresentative', 'straddle.representatives.create.types'],
  ['createLinkedBankAccount', 'straddle.linked-banks.create.types'],
] as const

/** Metadata of anything but texts is refused wherever it is taken. */
export const otherMetadata: readonly Check[] = withMetadata.map(([operation, clause]) =>
  example<readonly Exchange[]>(`straddle/near-misses/${kebab(operation)}-metadata`, {
    needs: ['levers'],
    arrange: async (trial) => {
      const call = (await scenes.calls[operation]?.(trial)) ?? {}
      const answers: Exchange[] = []
      for (const metadata of [
        { order: 6735 },
        { order: true },
        { order: { id: '6735' } },
        'order',
        ['order'],
      ] as readonly Json[])
        answers.push(await trial.call(operation, { ...call, body: { ...bodyOf(call), metadata } }))
      return answers
    },
    judge: { [clause]: (answers) => each(answers, (answer) => refusesField(answer, 'metadata')) },
  }),
)
