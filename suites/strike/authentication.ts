import { all, each } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Contract } from '../../model/contract.ts'
import type { Credentials, Exchange } from '../../model/exchange.ts'
import { equals, hasStatus, holds, inExchange, isOneOf } from '../vocabulary/judge.ts'
import { read, textAt } from '../vocabulary/read.ts'
import { credentialsAreRequired } from '../laws/credentials-are-required.ts'
import { callAnyhow } from './calls.ts'
import { isClientError, refusedAs, unauthorized } from './refusal.ts'
import { givenInvoice, of } from './scenes.ts'
import { scopeOf } from './scopes.ts'

const literal = (authorization: string): Credentials => ({
  kind: 'literal',
  headers: [['authorization', authorization]],
})

function keys(contract: Contract): readonly Check[] {
  const law = (name: string, clause: string, credentials: Credentials): readonly Check[] =>
    credentialsAreRequired(contract, 'strike/authentication', {
      cases: [{ name, clause, credentials: () => credentials }],
      refusal: unauthorized,
      each: true,
    })
  const unknown = literal(`Bearer ${contract.provider.authentication.unknownKey}`)
  return [
    ...law('no-key', 'strike.authentication.required', { kind: 'none' }),
    ...law('unknown-key', 'strike.authentication.unknown-key', unknown).map((check): Check => ({
      ...check,
      needs: ['keyed'],
    })),
  ]
}

const schemes = example('strike/authentication/schemes', {
  needs: ['keyed'],
  arrange: async (trial) => {
    const bearer = await trial.call('listInvoices')
    const { credentials } = bearer.request
    const basic: Credentials = credentials.kind === 'account' ? { ...credentials, scheme: 'basic-user' } : credentials
    return { bearer, basic: await trial.call('listInvoices', { credentials: basic }) }
  },
  judge: {
    'strike.authentication.bearer': ({ bearer }) => hasStatus(bearer, 200),
    'strike.authentication.other-scheme': ({ basic }) => inExchange(basic, isClientError(basic)),
  },
})

const forever = example('strike/authentication/key-does-not-age', {
  needs: ['clock'],
  arrange: async (trial) => {
    await trial.given('listInvoices')
    await trial.advance(5 * 365 * 86_400)
    return trial.call('listInvoices')
  },
  judge: { 'strike.authentication.key.never-expires': (answer) => hasStatus(answer, 200) },
})

const apart = example('strike/authentication/accounts-are-apart', {
  needs: ['second-account'],
  arrange: async (trial) => {
    const invoice = await givenInvoice(trial)
    const other = trial.as('other')
    const query = { $filter: `invoiceId eq ${textAt(invoice, '/invoiceId')}` }
    return {
      retrieved: await other.call('retrieveInvoice', of(invoice)),
      listed: await other.given('listInvoices', { query }),
    }
  },
  judge: {
    'strike.account.access.own': ({ retrieved, listed }) =>
      all(
        hasStatus(retrieved, 403, 404),
        isOneOf(retrieved, '/data/code', ['NOT_FOUND', 'FORBIDDEN']),
        equals(listed, '/items', []),
      ),
  },
})

const scopes = example('strike/authentication/scopes', {
  needs: ['levers'],
  arrange: async (trial) => {
    const everyScope = [...new Set(Object.values(scopeOf))]
    const [without, alone]: [Exchange[], Exchange[]] = [[], []]
    for (const [operation, own] of Object.entries(scopeOf)) {
      await trial.lever('scopes', { scopes: everyScope.filter((scope) => scope !== own) })
      without.push(await callAnyhow(trial, operation))
      await trial.lever('scopes', { scopes: [own] })
      alone.push(await callAnyhow(trial, operation))
    }
    return { without, alone }
  },
  judge: {
    'strike.authentication.scopes': ({ without, alone }) =>
      all(
        each(without, (refused) => refusedAs(refused, 403, 'FORBIDDEN')),
        each(alone, ({ response }) =>
          holds(response.status !== 403, 'status', 'no 403 with the scope of the operation', response.status),
        ),
      ),
    'strike.errors.statuses.403-forbidden': ({ without }) =>
      each(without.slice(0, 1), (refused) => hasStatus(refused, 403)),
  },
})

const cancelScope = example('strike/authentication/scope-of-cancelling', {
  needs: ['levers'],
  arrange: async (trial) => {
    const invoice = await givenInvoice(trial)
    await trial.lever('scopes', {
      scopes: Object.values(scopeOf).filter((scope) => scope !== 'partner.invoice.cancel'),
    })
    const refused = await trial.call('cancelInvoice', of(invoice))
    const kept = await trial.given('retrieveInvoice', of(invoice))
    await trial.lever('scopes', { scopes: ['partner.invoice.cancel'] })
    return { refused, kept, cancelled: await trial.call('cancelInvoice', of(invoice)) }
  },
  judge: {
    'strike.invoices.cancel.scope': ({ refused, kept, cancelled }) =>
      all(
        refusedAs(refused, 403, 'FORBIDDEN'),
        holds(read(kept, '/state') === 'UNPAID', '/state', 'UNPAID', read(kept, '/state')),
        hasStatus(cancelled, 200),
      ),
  },
})

export function authentication(contract: Contract): readonly Check[] {
  return [...keys(contract), schemes, forever, apart, scopes, cancelScope]
}
