import type { Collection } from '../collection.ts'
import type { Charge, ChargeView, Wanted } from './charge.ts'
import type { Reason } from './refusal.ts'

/** The decisions of ACINQ's Strike, each under a name of its own. */
export interface Rules {
  /** Whether an account has this key. */
  readonly knowsKey: (key: string) => boolean
  /** The key that a user name and password stand for. */
  readonly keyOf: (user: string, password: string) => string
  /** The key of a request that carries none, where such a request is let in. */
  readonly anonymousKey: string | undefined

  readonly bodies: readonly ('form' | 'json')[]
  readonly needed: readonly string[]
  /** What a create asks for that leaves these out. */
  readonly assumedAmount: number
  readonly assumedCurrency: string
  readonly smallestAmount: number
  readonly largestAmount: number
  readonly takesFractions: boolean
  readonly takesCurrency: (currency: string) => boolean
  readonly shortestDescription: number
  readonly longestDescription: number
  readonly longestCustomerId: number
  readonly lengthOf: (text: string) => number

  /** What is made of the values that a create asks for. */
  readonly kept: (wanted: Wanted) => Wanted
  /** A charge of the same account that stands for a new one. */
  readonly reused: (own: Collection<Charge>, wanted: Wanted) => Charge | undefined
  readonly isStored: (charge: Charge) => boolean
  /** What a refused create leaves behind. */
  readonly keptOfRefused: (values: ReadonlyMap<string, unknown>) => Wanted | undefined
  readonly idLength: number
  readonly satoshiOf: (charge: Charge) => number
  readonly hashFrom: (wanted: Wanted, random: string) => string

  readonly invoiceNetwork: 'tb' | 'bc'
  readonly invoiceMillisatoshi: (charge: Wanted) => number
  readonly invoiceHash: (hash: string) => string
  readonly invoiceDescription: (charge: Wanted) => string
  readonly invoiceTime: (createdAt: number) => number
  readonly invoiceSeconds: number
  readonly invoiceWritten: (request: string) => string

  /** What a payment makes of a charge. */
  readonly paidBy: (charge: Charge, now: number) => Charge
  readonly timeOf: (milliseconds: number) => number
  readonly shown: (view: ChargeView) => ChargeView
  readonly shownWhenCreated: (charge: Charge, now: number) => Charge
  readonly shownWhenRetrieved: (charge: Charge, now: number) => Charge
  readonly shownWhenListed: (charge: Charge, now: number) => Charge
  /** Picks the charge of an id from the account's own and everybody's. */
  readonly find: (own: Collection<Charge>, everybody: Collection<Charge>, id: string) => Charge | undefined

  /** The charges of a list, in order, from the account's own and everybody's. */
  readonly listed: (own: Collection<Charge>, everybody: Collection<Charge>) => readonly Charge[]
  readonly firstPage: number
  readonly defaultSize: number
  readonly pageOf: (charges: readonly Charge[], index: number, size: number) => readonly Charge[]
  readonly refusesPastEnd: boolean

  readonly statusOf: (reason: Reason) => number
  readonly codeOf: (status: number) => number
  readonly mediaType: string

  readonly hookedOn: readonly ('creation' | 'payment')[]
  /** The charge that a web hook is about, among the account's own. */
  readonly hookedCharge: (charge: Charge, own: Collection<Charge>) => Charge
  /** What is posted of a charge. */
  readonly hookEvent: (data: ChargeView) => Readonly<Record<string, unknown>>
  readonly hookMediaType: string
}

const statuses: Readonly<Record<Reason, number>> = {
  'no-key': 401,
  'wrong-key': 401,
  'unknown-path': 404,
  'unknown-charge': 404,
  'unreadable-body': 400,
  'bad-parameter': 400,
}

const asItIs = (charge: Charge): Charge => charge

export const honest: Rules = {
  knowsKey: (key) => key.startsWith('sk_') && !key.includes('invalid'),
  keyOf: (user) => user,
  anonymousKey: undefined,

  bodies: ['form', 'json'],
  needed: ['amount', 'currency'],
  assumedAmount: Number.NaN,
  assumedCurrency: '',
  smallestAmount: 1,
  largestAmount: 4_294_967,
  takesFractions: false,
  takesCurrency: (currency) => currency === 'btc',
  shortestDescription: 0,
  longestDescription: 256,
  longestCustomerId: 64,
  lengthOf: (text) => [...text].length,

  kept: (wanted) => wanted,
  reused: () => undefined,
  isStored: () => true,
  keptOfRefused: () => undefined,
  idLength: 29,
  satoshiOf: ({ amount }) => amount,
  hashFrom: (_, random) => random,

  invoiceNetwork: 'tb',
  invoiceMillisatoshi: ({ amount }) => amount * 1000,
  invoiceHash: (hash) => hash,
  invoiceDescription: ({ description }) => description,
  invoiceTime: (createdAt) => Math.floor(createdAt / 1000),
  invoiceSeconds: 3600,
  invoiceWritten: (request) => request,

  paidBy: (charge, now) => ({ ...charge, paid: true, updatedAt: now }),
  timeOf: (milliseconds) => milliseconds,
  shown: (view) => view,
  shownWhenCreated: asItIs,
  shownWhenRetrieved: asItIs,
  shownWhenListed: asItIs,
  find: (own, _, id) => own.get(id),

  listed: (own) => own.newestFirst(),
  firstPage: 0,
  defaultSize: 30,
  pageOf: (charges, index, size) => charges.slice(index * size, (index + 1) * size),
  refusesPastEnd: false,

  statusOf: (reason) => statuses[reason],
  codeOf: (status) => status,
  mediaType: 'application/json',

  hookedOn: ['payment'],
  hookedCharge: asItIs,
  hookEvent: (data) => ({ object: 'event', data }),
  hookMediaType: 'application/json',
}
