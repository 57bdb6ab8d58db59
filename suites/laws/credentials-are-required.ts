import fc from 'fast-check'
import type { Check } from '../../model/check.ts'
import { property } from '../../model/check.ts'
import type { Contract, Operation } from '../../model/contract.ts'
import type { Credentials, Exchange } from '../../model/exchange.ts'
import { unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { JsonObject } from '../../model/json.ts'
import { isObject } from '../../model/json.ts'
import type { Call, Trial } from '../../model/trial.ts'
import { arbitraryOf } from '../arbitraries/from-schema.ts'

interface Case {
  readonly name: string
  readonly clause: string
  readonly credentials: (trial: Trial) => Credentials | Promise<Credentials>
}

export interface CredentialsAreRequired {
  /** Credentials that do not do, each with the clause that says so; `none` sends none at all. */
  readonly cases: readonly Case[]
  readonly refusal: (exchange: Exchange) => Judgement
  /** Operations that this holds for; all of them where absent. */
  readonly operations?: (operation: Operation) => boolean
  /** Every operation is asked, since each could have forgotten; otherwise as many as there are generated inputs. */
  readonly each?: boolean
}

interface Asked {
  readonly refused: Exchange
  /** The same request is refused in the same way with good credentials, by a server that was not seen to look at those first. */
  readonly anyway: boolean
}

/** Every operation refuses a request without valid credentials, whatever else is in it. */
export function credentialsAreRequired(
  contract: Contract,
  section: string,
  law: CredentialsAreRequired,
): readonly Check[] {
  const asks = ({ method, pathParameters }: Operation): number => (method === 'GET' ? pathParameters.length : 9)
  // what asks for least comes first: nothing else can be wrong with it
  const operations = [...contract.operations.values()]
    .filter(law.operations ?? (() => true))
    .toSorted((one, other) => asks(one) - asks(other))
    .map(({ id }) => id)
  return law.cases.map((one) =>
    property<Asked, Operation['id']>(`${section}/${one.name}`, {
      inputs: () => fc.constantFrom(...operations),
      visits: () => (law.each === true ? operations : operations.slice(0, 1)),
      arrange: async (trial, operation) => {
        const refused = await asked(trial, operation, await one.credentials(trial))
        const anyway = (await isRefusedAnyway(trial, refused)) && !(await looksAtThemFirst(trial, one, operations))
        return { refused, anyway }
      },
      judge: {
        [one.clause]: ({ refused, anyway }) =>
          anyway
            ? unobservable('the same request is refused in the same way with valid credentials')
            : law.refusal(refused),
      },
    }),
  )
}

/** A call whose body has nothing wrong but that what it refers to is not there. */
function asked(trial: Trial, id: string, credentials?: Credentials): Promise<Exchange> {
  const operation = trial.contract.operations.get(id)
  const call: Call = {
    path: unknownPath(operation),
    ...(operation?.body === undefined ? {} : { body: leastBody(trial.contract, operation.body.schema) }),
  }
  return trial.call(id, credentials === undefined ? call : { ...call, credentials })
}

/** Whether an answer that says nothing of credentials is the answer with good ones, too. */
async function isRefusedAnyway(trial: Trial, { operation = '', response }: Exchange): Promise<boolean> {
  const { status } = response
  if (status < 400 || status >= 500 || status === 401 || status === 403) return false
  return (await asked(trial, operation)).response.status === status
}

/** Whether the target was seen to refuse credentials of a request that it would have refused without them. Found out once a run. */
async function looksAtThemFirst(
  trial: Trial,
  { name, credentials }: Case,
  operations: readonly string[],
): Promise<boolean> {
  const key = `credentials are looked at first: ${name}`
  if (!trial.memory.has(key)) {
    let seen = false
    for (const operation of operations) {
      const { status } = (await asked(trial, operation, await credentials(trial))).response
      seen = (status === 401 || status === 403) && (await asked(trial, operation)).response.status >= 400
      if (seen) break
    }
    trial.memory.set(key, seen)
  }
  return trial.memory.get(key) as boolean
}

function leastBody(contract: Contract, schema: JsonObject): JsonObject {
  const [body] = fc.sample(arbitraryOf(contract, schema, { leastOnly: true }), { numRuns: 1, seed: 1 })
  return isObject(body) ? body : {}
}

/** Any value for each path parameter: nothing has such an id. */
function unknownPath(operation: Operation | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (operation?.pathParameters ?? []).map(({ name, schema }) => [
      name,
      schema['format'] === 'uuid' ? '7b2ac4c0-0f6c-4c2b-9d0e-4f6f6a1f3b11' : 'unknown',
    ]),
  )
}
