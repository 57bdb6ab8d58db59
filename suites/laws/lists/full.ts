import type { Check } from '../../../model/check.ts'
import { example } from '../../../model/check.ts'
import type { Exchange } from '../../../model/exchange.ts'
import { all, nothing } from '../../../model/judgement.ts'
import { hasStatus, holds, inExchange } from '../../vocabulary/judge.ts'
import { judges } from '../judges.ts'
import { kebab } from '../kebab.ts'
import { checkId } from '../matrix.ts'
import { itemsOf } from './items.ts'
import { inOrder, isPaged, populated } from './population.ts'
import type { Listed } from './population.ts'
import { counts, fills, joins, walk } from './walk.ts'
import type { Walk } from './walk.ts'

interface Full {
  readonly unasked: Exchange
  /** The largest page, and all pages of its size; where none is the largest, one that takes all. */
  readonly largest: Exchange | undefined
  readonly most: Walk | undefined
  /** A page of one more than the largest, where a clause says what comes of it. */
  readonly beyond: Exchange | undefined
}

/** Lists with one more than a page takes: without a size, and with the largest one. */
export function full(listed: Listed): readonly Check[] {
  const { matrix, operation, list, paging, filling } = listed
  const { fill } = filling
  const { most, default: usual } = paging
  const clauses = { ...paging.clauses, ...list.clauses }
  if (fill === undefined || usual === undefined) return []
  // more than a hundred are too many to make: the largest page is asked for, and holds what there is
  const count = Math.max(usual, most !== undefined && most <= 100 ? most : 0) + 1
  return [
    example<Full>(checkId(matrix, 'lists', `${kebab(operation)}-full`), {
      needs: filling.needs ?? ['fresh-account'],
      arrange: async (trial) => {
        const made = await populated(trial, listed, () => fill(trial, count))
        const unasked = await made.ask({})
        const beyond =
          clauses['beyond'] === undefined || most === undefined || !isPaged(listed)
            ? undefined
            : await made.attempt({ [paging.size]: most + 1 })
        const expected = inOrder(listed, made.ids)
        const largest = isPaged(listed) ? await made.attempt({ [paging.size]: most ?? count }) : undefined
        if (most === undefined || largest === undefined || largest.response.status >= 300)
          return { unasked, largest, most: undefined, beyond }
        return { unasked, largest, beyond, most: await walk(listed, made, { size: most, expected }) }
      },
      judge: judges<Full>(clauses, {
        // it is refused, or the largest page is taken
        beyond: ({ beyond }) => {
          if (beyond === undefined) return nothing
          if (beyond.response.status >= 300) return matrix.scenes.refusals.invalid?.(beyond) ?? nothing
          const { length } = itemsOf(beyond, list)
          return inExchange(
            beyond,
            holds(length <= (most ?? length), list.items[0] ?? '', { 'at most': most ?? null }, length),
          )
        },
        default: ({ unasked }) => counts(listed, unasked, usual),
        fills: ({ largest }) =>
          most !== undefined || largest === undefined || largest.response.status >= 300
            ? nothing
            : counts(listed, largest, count),
        whole: ({ most: taken }) => (taken === undefined || list.order === undefined ? nothing : joins(listed, taken)),
        most: ({ largest, most: taken }) =>
          all(
            largest === undefined ? nothing : hasStatus(largest, 200),
            taken === undefined || list.order === undefined ? nothing : joins(listed, taken),
            taken === undefined ? nothing : fills(listed, taken),
          ),
      }),
    }),
  ]
}
