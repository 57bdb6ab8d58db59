import { all, isKept } from '../../model/judgement.ts'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { ConsumerExamples } from '../../model/consumer-example.ts'
import type { Contract, Operation } from '../../model/contract.ts'
import { projectRoot } from '../../schemas/project-root.ts'
import { ContractError } from '../../schemas/contract-error.ts'
import { pathTo } from '../vocabulary/follow.ts'
import { hasStatus } from '../vocabulary/judge.ts'
import { matchPactBody } from './pact-body.ts'
import type { PactBodyRules } from './pact-body.ts'
import type { Json } from '../../model/json.ts'

/** One interaction of a pact file (specification 4, HTTP). */
interface Interaction {
  readonly description: string
  readonly providerStates?: readonly { readonly name: string }[]
  readonly request: {
    readonly method: string
    readonly path: string
    readonly query?: Readonly<Record<string, readonly string[]>>
    readonly headers?: Readonly<Record<string, readonly string[]>>
    readonly body?: { readonly content: Json; readonly contentType: string; readonly encoded: boolean | string }
    readonly generators?: { readonly path?: { readonly expression: string } }
  }
  readonly response: {
    readonly status: number
    readonly body?: { readonly content: Json }
    readonly matchingRules?: { readonly body?: PactBodyRules }
  }
}

/** The interactions of a provider's pact files. */
function readPacts(provider: string): readonly Interaction[] {
  const folder = join(projectRoot, 'contracts', provider, 'pacts')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .flatMap(
      (name) =>
        (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { interactions: readonly Interaction[] }).interactions,
    )
}

/** Every interaction of the pact files holds on the target. One check an interaction. */
export function pactsHold(
  { provider, operations }: Contract,
  { states, examples }: ConsumerExamples,
): readonly Check[] {
  return readPacts(provider.name).map((interaction) => {
    const known = examples.find(({ description }) => description === interaction.description)
    if (known === undefined)
      throw new ContractError(
        `The pact "${interaction.description}" of ${provider.name} has no consumer example; run npm run pacts.`,
      )
    return example(
      `${provider.name}/pacts/${interaction.description.replaceAll(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`,
      {
        ...(known.needs === undefined ? {} : { needs: known.needs }),
        arrange: async (trial) => {
          const state = interaction.providerStates?.[0]?.name
          const bringAbout = state === undefined ? undefined : states[state]
          const values = (await bringAbout?.(trial)) ?? {}
          return trial.send({ ...requestOf(interaction, values), operation: known.operation })
        },
        judge: {
          [known.clause]: (answer) => {
            const status = hasStatus(answer, ...equalTo(interaction.response.status, operations.get(known.operation)))
            const { body, matchingRules } = interaction.response
            return !isKept(status) || body === undefined
              ? status
              : all(status, matchPactBody(body.content, answer.response.json, matchingRules?.body ?? {}))
          },
        },
      },
    )
  })
}

/** The status of the pact; for a success, every success that the operation documents does what the consumer relies on. */
function equalTo(status: number, operation: Operation | undefined): readonly number[] {
  if (status >= 300) return [status]
  const documented = Object.keys(operation?.answers ?? {}).map(Number)
  return [status, ...documented.filter((other) => other < 300 && other !== status)]
}

function requestOf({ request }: Interaction, values: Readonly<Record<string, string>>) {
  const expression = request.generators?.path?.expression
  const path =
    expression === undefined
      ? request.path
      : expression.replaceAll(/\$\{([^}]+)\}/g, (_, name: string) => pathTo`${values[name] ?? ''}`)
  const query = new URLSearchParams(
    Object.entries(request.query ?? {}).flatMap(([name, sent]) => sent.map((value): [string, string] => [name, value])),
  ).toString()
  return {
    method: request.method,
    path: query === '' ? path : `${path}?${query}`,
    headers: Object.entries(request.headers ?? {}).map(
      ([name, value]) => [name.toLowerCase(), value.join(', ')] as const,
    ),
    body: bodyOf(request.body),
  }
}

function bodyOf(body: Interaction['request']['body']): string {
  if (body === undefined) return ''
  if (typeof body.content !== 'string') return JSON.stringify(body.content)
  return body.encoded === 'base64' ? Buffer.from(body.content, 'base64').toString('utf8') : body.content
}
