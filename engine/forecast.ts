import type { Capability } from '../model/clause.ts'
import type { Contract } from '../model/contract.ts'
import type { Plan } from './plan.ts'
import { inputsOf, mostForShrinks } from './run-check.ts'
import { runProvider } from './provider-run.ts'
import { createRedactor } from '../wire/redaction/create-redactor.ts'
import { embeddedEmulator } from '../wire/targets.ts'
import { succeeded } from './trial.ts'

/** What a run of one provider will ask of a target, known before it starts. */
export interface Forecast {
  readonly provider: string
  readonly checks: number
  readonly requests: number
  readonly creations: number
  /** Further requests, at most, to make the counterexamples of properties smaller. */
  readonly shrinking: number
  /** At the provider's documented pace, in seconds. */
  readonly paced: number
  /** If every request took its time limit and were repeated as often as the policy allows, but no longer than the run may take; in seconds. */
  readonly longest: number
}

/** Counts on the embedded emulator what the same checks with the same inputs will ask of a target with these capabilities. */
export async function forecast(
  plan: Plan,
  capabilities: ReadonlySet<Capability>,
  asked: {
    readonly seed: number
    readonly runs: number
    readonly shrinks: number
    readonly maxRequests: number
    readonly timeoutMs: number
    readonly maxMinutes: number
  },
): Promise<Forecast> {
  const { contract } = plan
  const emulator = await embeddedEmulator(contract.provider, asked.seed)
  let requests = 0
  let creations = 0
  let shrinking = 0
  let before = 0
  const ofOneCheck = Math.ceil(asked.maxRequests * mostForShrinks)
  await runProvider(
    plan,
    { ...emulator, capabilities },
    {
      ...asked,
      shrinks: 0,
      nonce: '',
      redactor: createRedactor(contract, []),
      waivers: new Map(),
      onCheck: (check) => {
        const ofOneInput = Math.ceil((requests - before) / inputsOf(check, contract, asked.runs))
        if (check.inputs !== undefined) shrinking += Math.min(ofOneInput * asked.shrinks, ofOneCheck)
        before = requests
      },
      onExchange: (exchange) => {
        if (exchange.direction === 'inbound') return
        requests += 1
        if (leavesSomething(contract, exchange)) creations += 1
      },
    },
  )
  const { pace, retry } = contract.provider
  return {
    provider: contract.provider.name,
    checks: plan.checks.filter(({ needs }) => needs.every((need) => capabilities.has(need))).length,
    requests,
    creations,
    shrinking,
    paced: Math.ceil(requests / pace.requestsPerSecond),
    longest: Math.min(
      asked.maxMinutes * 60,
      Math.ceil(
        ((requests + shrinking) * retry.attempts * (asked.timeoutMs + retry.longestDelayMs)) / 1000 / pace.concurrency,
      ),
    ),
  }
}

function leavesSomething(contract: Contract, exchange: Parameters<typeof succeeded>[1]): boolean {
  const operation = exchange.operation === undefined ? undefined : contract.operations.get(exchange.operation)
  return operation?.creates !== undefined && succeeded(contract, exchange)
}

/** One line for a person. */
export function describeForecast({
  provider,
  checks,
  requests,
  creations,
  shrinking,
  paced,
  longest,
}: Forecast): string {
  return `${provider}: ${checks} checks, about ${requests} requests, of which ${creations} make something, and at most ${shrinking} more to shrink counterexamples; ${paced} s at the documented pace, ${longest} s at the very longest\n`
}
