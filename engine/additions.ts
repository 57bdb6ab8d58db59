import type { AdditiveChange } from '../model/report.ts'
import type { Contract } from '../model/contract.ts'
import type { Exchange } from '../model/exchange.ts'
import { pointerSteps } from '../model/json.ts'
import { createFindUnknown } from '../schemas/additions.ts'
import { bodySchema, judgeOf } from '../suites/observers/schemas-hold.ts'

/** Notes what a provider sends beyond its contract, and which clause of its change policy allows it. */
export interface Additions {
  see(exchange: Exchange): void
  list(): readonly AdditiveChange[]
}

const mostAdditions = 200

export function createAdditions(contract: Contract): Additions {
  const findUnknown = createFindUnknown(contract.schemas)
  const found = new Map<string, AdditiveChange>()

  function note(exchange: Exchange, schema: string, at: string, kind: AdditiveChange['kind'], value: string): void {
    const place = at.replaceAll(/\/\d+(?=\/|$)/g, '/*')
    const key = JSON.stringify([schema, place, kind, kind === 'property' ? null : value])
    const times = (found.get(key)?.times ?? 0) + 1
    if (times === 1 && found.size >= mostAdditions) return
    const allowedBy = kind === 'property' ? contract.provider.change.newProperty : contract.provider.change.newEnumValue
    const operation = exchange.operation ?? null
    found.set(key, {
      operation,
      schema,
      at: place,
      kind,
      value,
      ...(allowedBy === undefined ? {} : { allowedBy }),
      times,
    })
  }

  return {
    see(exchange) {
      const schema = bodySchema(contract, exchange)
      if (schema === undefined) return
      const json = exchange.response.json ?? null
      for (const at of findUnknown(schema, json))
        note(exchange, schema, at, 'property', pointerSteps(at).at(-1) as string)
      for (const { at, value } of judgeOf(contract)(schema, json).newValues)
        note(exchange, schema, at, 'enum-value', value)
    },
    list: () => [...found.values()],
  }
}
