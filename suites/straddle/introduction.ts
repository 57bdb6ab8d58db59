import { all, each } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import { pathTo } from '../vocabulary/follow.ts'
import { equals, hasExactStatus, hasStatus, isAbsent, sameBody } from '../vocabulary/judge.ts'
import { customerBody } from './bodies.ts'
import { idOf, makeCustomer } from './making.ts'

export const introduction: readonly Check[] = [
  example('straddle/introduction/resources-have-addresses', {
    arrange: async (trial) => {
      const body = customerBody(trial)
      const created = await trial.given('createCustomer', { body })
      const path = pathTo`/v1/customers/${idOf(created)}`
      const see = () => trial.send({ method: 'GET', path, operation: 'getCustomer' })
      return { body, created, first: await see(), second: await see() }
    },
    judge: {
      'straddle.introduction.urls.name-resources': ({ created, first }) =>
        all(hasStatus(first, 200), equals(first, '/data/id', idOf(created))),
      'straddle.introduction.bodies.json-requests': ({ body, created }) =>
        each(['name', 'type', 'email'], (name) => equals(created, `/data/${name}`, body[name] ?? null)),
      'straddle.introduction.methods.reads-change-nothing': ({ first, second }) => sameBody(first, second, ['meta']),
      'straddle.errors.status.ok': ({ first }) => hasExactStatus(first, 200),
    },
  }),
  example('straddle/introduction/every-path-has-the-version', {
    arrange: async (trial) => {
      const customer = await makeCustomer(trial)
      const versioned = await trial.send({ method: 'GET', path: pathTo`/v1/customers/${idOf(customer)}` })
      return { versioned, bare: await trial.send({ method: 'GET', path: pathTo`/customers/${idOf(customer)}` }) }
    },
    judge: {
      'straddle.introduction.paths.version': ({ versioned, bare }) =>
        all(hasStatus(versioned, 200), hasStatus(bare, 404), isAbsent(bare, '/data/id')),
      'straddle.errors.status.unknown-path': ({ bare }) => hasStatus(bare, 404),
    },
  }),
]
