import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Redactor } from '../redaction/redactor.ts'
import { createHarFile } from './har-file.ts'
import { toEntry } from './to-entry.ts'

/** Writes exchanges to a recording as they happen, redacted, keeping none of them. */
export interface Recorder {
  see(contract: Contract, exchange: Exchange): void
  close(): void
}

export function createRecorder(path: string, version: string, redactorOf: (contract: Contract) => Redactor): Recorder {
  const file = createHarFile(path, version)
  const redactors = new Map<Contract, Redactor>()
  return {
    see(contract, exchange) {
      const redactor = redactors.get(contract) ?? redactorOf(contract)
      redactors.set(contract, redactor)
      file.add(
        toEntry(redactor.exchange(exchange, Infinity), exchange, {
          provider: contract.provider.name,
          origin: documentedOrigin(contract),
        }),
      )
    },
    close: () => file.close(),
  }
}

function documentedOrigin({ provider, servers }: Contract): string {
  return provider.live.origin ?? servers[0] ?? `https://${provider.name}.invalid`
}
