import { redactorsFor } from '../cli/redactors.ts'
import { loadContract } from '../contracts/load.ts'
import { passive } from '../engine/judge-recording.ts'
import { openRun, passing } from '../engine/provider-run.ts'
import type { Contract, Operation, Provider } from '../model/contract.ts'
import type { Exchange } from '../model/exchange.ts'
import type { ClauseRow } from '../model/report.ts'
import { ignoringWhatIsNotRecorded } from '../suites/observers/ignoring-what-is-not-recorded.ts'
import { operationsAnswer } from '../suites/observers/operations-answer.ts'
import { schemasHold } from '../suites/observers/schemas-hold.ts'
import { UsageError } from '../wire/errors.ts'
import { toResponse } from '../wire/response.ts'
import type { Answer } from './answer-of.ts'

/** What every answer of an operation has to keep, whoever asked. */
const observers = [schemasHold, operationsAnswer].map(ignoringWhatIsNotRecorded)

const contracts = new Map<Provider, Contract>()
const redactorFor = redactorsFor(process.env)

/** What one answer of an operation comes to: a row for each promise that it was held against. */
export function judgeAnswer(provider: Provider, operationId: string, answer: Answer): readonly ClauseRow[] {
  const contract = contracts.get(provider) ?? loadContract(provider)
  contracts.set(provider, contract)
  const operation = contract.operations.get(operationId)
  if (operation === undefined)
    throw new UsageError(
      `${provider.name} has no operation "${operationId}"; choose from ${[...contract.operations.keys()].join(', ')}.`,
    )
  const plan = { contract, suite: { checks: [], observers }, checks: [], only: [] }
  const run = openRun(plan, passing, {
    ...passive,
    anyVersion: true,
    redactor: redactorFor(contract),
    waivers: new Map(),
  })
  run.see(exchangeOf(operation, answer))
  const { clauses } = run.conclude()
  return clauses.filter(({ verdict }) => verdict !== 'unobservable')
}

function exchangeOf(operation: Operation, { status = successOf(operation), headers, body }: Answer): Exchange {
  const fields = headers.map(({ name = '', value }) => [name.toLowerCase(), value ?? ''] as const)
  return {
    id: 1,
    direction: 'outbound',
    operation: operation.id,
    request: {
      method: operation.method,
      path: operation.path,
      headers: [],
      body: '',
      credentials: { kind: 'account', account: 'account-1' },
      operation: operation.id,
    },
    response: toResponse(status, fields, body),
    attempts: [{ status, waitedMs: 0 }],
    startedAt: 0,
    durationMs: 0,
  }
}

/** The first documented status of a success. */
function successOf({ answers }: Operation): number {
  return (
    Object.keys(answers)
      .map(Number)
      .find((status) => status < 300) ?? 200
  )
}
