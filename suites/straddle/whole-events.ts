import { nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isObject, valueAt } from '../../model/json.ts'
import type { Json } from '../../model/json.ts'
import { differences, inExchange } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { eventOf } from './deliveries.ts'
import { documentedPart } from './documented.ts'

/** Members that an event shows otherwise than a read does. */
const besides: Readonly<Record<string, readonly string[]>> = {
  customer: ['config'],
  paykey: ['config', 'paykey', 'unblock_eligible'],
  charge: ['config', 'consent_type'],
  payout: ['config', 'consent_type'],
}

/** An event shows all that is read of the resource and that its schema describes, as far as a resource looks the same in both. */
export function isWhole(contract: Contract, resource: string, event?: Exchange, seen?: Exchange): Judgement {
  if (event === undefined || seen === undefined) return nothing
  const shown = (data: Json | undefined): Json => {
    const described = documentedPart(contract, resource, data)
    return Object.fromEntries(
      Object.entries(isObject(described) ? described : {}).filter(
        ([name]) => besides[resource]?.includes(name) !== true,
      ),
    )
  }
  const data = valueAt(eventOf(event), '/data')
  return inExchange(event, differences(shown(read(seen, '/data')), shown(data), '/data'))
}
