import { expect, it } from 'vitest'
import { loadContract } from '../../../contracts/load.ts'
import { straddle } from '../../../contracts/straddle/provider.ts'
import { mismatchesOf } from '../../../model/judgement.ts'
import type { JsonObject } from '../../../model/json.ts'
import { pagesTellWhatWasAsked } from '../../../suites/straddle/observers/pages-tell-what-was-asked.ts'
import { exchange } from './exchange.ts'

const told = { page_number: 1, page_size: 100, sort_by: 'name', sort_order: 'asc', total_items: 101, total_pages: 2 }
const gaps = (query: string, change: JsonObject = {}) => {
  const list = exchange({
    operation: 'listCustomers',
    answer: { response_type: 'array', meta: { ...told, ...change } },
  })
  return pagesTellWhatWasAsked
    .watch(loadContract(straddle))({ ...list, request: { ...list.request, path: `/v1/customers${query}` } })
    .flatMap(({ judgement }) => mismatchesOf(judgement).map(({ at }) => at))
}

it('the meta of a list tells what was asked for', () => {
  expect(gaps('')).toEqual([])
  expect(gaps('', { page_number: 2 })).toEqual(['/meta/page_number'])
  expect(gaps('?page_number=2')).toEqual(['/meta/page_number'])
  expect(gaps('?page_size=2')).toEqual(['/meta/page_size'])
  expect(gaps('?page_size=5000', { page_size: 1000, total_pages: 1 })).toEqual([])
  expect(gaps('?sort_by=created_at&sort_order=desc')).toEqual(['/meta/sort_by', '/meta/sort_order'])
  expect(gaps('', { total_pages: 1 })).toEqual(['/meta/total_pages'])
  expect(gaps('', { total_items: 0, total_pages: 1 })).toEqual([])
})
