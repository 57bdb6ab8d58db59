import type { Plan } from './plan.ts'

/** One law for one resource of a provider: the checks and clauses that judge it, or why nothing of the kind is promised. */
export interface MatrixCell {
  readonly provider: string
  readonly law: string
  readonly resource: string
  readonly checks: readonly string[]
  readonly clauses: readonly string[]
  readonly notPromised?: string
}

/** Every law for every resource of a plan, in the order of the resources and the laws. */
export function matrixCells({ contract, suite }: Pick<Plan, 'contract' | 'suite'>): readonly MatrixCell[] {
  const provider = contract.provider.name
  const judged = new Map<string, MatrixCell>()
  for (const { id, judge, cell } of suite.checks) {
    if (cell === undefined) continue
    const { law, resource } = cell
    const before = judged.get(`${resource} ${law}`)
    const clauses = [...new Set([...(before?.clauses ?? []), ...Object.keys(judge)])]
    judged.set(`${resource} ${law}`, { provider, law, resource, checks: [...(before?.checks ?? []), id], clauses })
  }
  const silent = (suite.notPromised ?? []).map(({ law, resource, why }): MatrixCell => ({
    provider,
    law,
    resource,
    checks: [],
    clauses: [],
    notPromised: why,
  }))
  const cells = [...judged.values(), ...silent]
  const laws = [...new Set(cells.map(({ law }) => law))]
  return Object.keys(contract.declaration.resources).flatMap((resource) =>
    laws.flatMap((law) => cells.filter((cell) => cell.resource === resource && cell.law === law)),
  )
}
