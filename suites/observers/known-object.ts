import type { Contract } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Json } from '../../model/json.ts'
import { isNamed, isWithin } from '../laws/lasting.ts'
import { pathParameter } from './asked.ts'
import { byOperation } from './by-operation.ts'
import { metadataWritten } from './metadata-written.ts'
import { namesIn } from './names-in.ts'

/** What was last seen of an object, and what has been done to it since. */
export interface Known {
  readonly values: ReadonlyMap<string, Json>
  readonly seen: Exchange
  readonly update?: string
  readonly refused?: string
  /** What was last done to it. */
  readonly written?: Exchange
  /** The clause that says what that did to its metadata. */
  readonly merged?: string | undefined
  /** When it says that it was last written. */
  readonly touched?: Json | undefined
}

interface Slot {
  readonly is: Known | undefined
  readonly note: (known: Known) => void
  readonly forget: () => void
}

/** A write may change what it names, and whatever it is declared to change besides; where it is not known what came of it, anything. */
export function forgetWhatIsWritten(
  contract: Contract,
  exchange: Exchange,
  repeats: boolean,
  slotOf: (name: string, id: string) => Slot,
): void {
  const { operation = '', request, response } = exchange
  if (request.method === 'GET') return
  const isRefused = response.status >= 400 && response.status < 500
  for (const [name, resource] of changedBy(contract, operation)) {
    const id = resource.parameter === undefined ? undefined : pathParameter(contract, exchange, resource.parameter)
    const slot = id === undefined ? undefined : slotOf(name, id)
    if (slot?.is === undefined) continue
    if (isRefused) slot.note({ ...slot.is, refused: operation, written: exchange })
    else if (response.status >= 500 || request.unseenBody === true || operation === resource.delete) slot.forget()
    else {
      const names = namesIn(exchange)
      const free = resource.keeps[operation]?.changes ?? []
      const values = [...slot.is.values].filter(
        ([place]) => !isNamed(place, names) && !free.some((changed) => isWithin(place, changed)),
      )
      const metadata = repeats
        ? undefined
        : metadataWritten(contract, resource, slot.is.values.get(contract.declaration.metadata?.at ?? ''), exchange)
      slot.note({
        ...slot.is,
        values: new Map([...values, ...(metadata === undefined ? [] : [[metadata.at, metadata.value] as const])]),
        update: operation,
        written: exchange,
        merged: metadata?.clause,
        touched: undefined,
      })
    }
  }
}

/** The resources that an operation is done to. */
const changedBy = byOperation(({ update, delete: removes, act }) => [update, removes, ...act])
