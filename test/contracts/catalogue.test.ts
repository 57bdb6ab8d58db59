import { describe, expect, it } from 'vitest'
import { providers } from '../../contracts/index.ts'
import { loadContract } from '../../contracts/load.ts'
import { coverage } from '../../engine/plan.ts'
import { planFor } from '../../engine/run.ts'

describe.each(providers.map((provider) => ({ name: provider.name, provider })))(
  'the clauses of $name',
  ({ name, provider }) => {
    it('keep their ids, levels and sentences', async () => {
      const lines = [...loadContract(provider).clauses.values()].map(
        ({ id, level, source, text, excluded }) =>
          `${id}\t${level}\t${source.kind}${excluded === undefined ? '' : ' (excluded)'}\t${text}`,
      )
      // an id is never renumbered and never reused: a change here is a change for everybody who waives or greps
      await expect(`${lines.toSorted().join('\n')}\n`).toMatchFileSnapshot(`./catalogue/${name}.tsv`)
    })

    it('are each judged by something, or excluded with a reason', async () => {
      const plan = await planFor(provider)
      const covered = coverage(plan)
      const silent = [...plan.contract.clauses.values()].filter(
        ({ id, excluded }) => excluded === undefined && covered.get(id)?.length === 0,
      )
      expect(silent.map(({ id }) => id)).toEqual([])
    })

    it('stand on one another without a circle', () => {
      const { clauses } = loadContract(provider)
      const circular = (id: string, path: readonly string[]): boolean =>
        path.includes(id) || (clauses.get(id)?.standsOn ?? []).some((other) => circular(other, [...path, id]))
      expect([...clauses.keys()].filter((id) => circular(id, []))).toEqual([])
    })
  },
)
