import { describe, expect, it } from 'vitest'
import type { Outage } from '../../../model/finding.ts'
import type { Exchange } from '../../../model/exchange.ts'
import { createClientAccount } from '../../../wire/client-account.ts'
import { createMatchOperation } from '../../../wire/match-operation.ts'
import { createForward } from '../../../wire/proxy/forward.ts'
import { serveProxy } from '../../../wire/proxy/serve-proxy.ts'
import { createWitness } from '../../../wire/proxy/witness.ts'
import { contract } from '../har/entries.ts'
import { hostileCases, limitsFor } from './cases.ts'

const usual = { timeoutMs: 5_000, bytes: 1_000_000, headerBytes: 16_000 }

describe('a client behind the proxy gets an answer, and the proxy goes on, where the server has', () => {
  it.each(hostileCases)('$name', async ({ start, outage, content, flaw, status }) => {
    const server = await start()
    const limits = limitsFor(usual, outage)
    const seen: Exchange[] = []
    const failures: Outage[] = []
    const faults: unknown[] = []
    const forward = createForward(server.origin, limits)
    const proxy = await serveProxy({
      host: '127.0.0.1',
      port: 0,
      limits: usual,
      forward,
      witness: createWitness({
        account: createClientAccount(contract.provider),
        match: createMatchOperation(contract.operations),
        limits,
      }),
      permit: () => undefined,
      onExchange: (exchange) => seen.push(exchange),
      onFailure: (failure) => failures.push(failure.outage),
      onFault: (fault) => faults.push(fault),
    })
    try {
      for (const number of [1, 2]) {
        const path = `${proxy.origin}/v1/orders/${number}`
        const answer = await fetch(path, { redirect: 'manual' }).catch((thrown: unknown) => thrown)
        const told = answer instanceof Response ? answer.status : 'none'
        expect(
          outage === undefined
            ? [status ?? 200]
            : [502, 504, 'none', ...(outage === 'malformed' || outage === 'too-large' ? [200] : [])],
        ).toContain(told)
      }
      const read = { content, ...(flaw === undefined ? {} : { flaw }) }
      expect(seen.map(({ response }) => response)).toMatchObject(outage === undefined ? [read, read] : [])
      expect(failures).toEqual(outage === undefined ? [] : [outage, outage])
      expect(faults).toEqual([])
    } finally {
      await proxy.close()
      await forward.close()
      await server.close()
    }
  })
})
