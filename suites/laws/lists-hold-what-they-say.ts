import type { Resource } from '../../model/declaration.ts'
import { ContractError } from '../../schemas/contract-error.ts'
import { full } from './lists/full.ts'
import { pages } from './lists/pages.ts'
import { selecting } from './lists/selecting.ts'
import { sorting } from './lists/sorting.ts'
import type { Law } from './matrix.ts'

/** A list holds all that it says and nothing else, in its order, whatever the page, the filter and the sort. */
export const lists: Law = {
  name: 'lists',
  text: 'A list holds all that it says and nothing else, in its order, whatever the page, the filter and the sort.',
  of(matrix, name) {
    const { declaration } = matrix.contract
    const { paging, resources } = declaration
    const own = Object.entries(declaration.lists).filter(([, { of }]) => of[0] === name)
    if (paging === undefined || own.length === 0) return 'it has no list of its own'
    return own.flatMap(([operation, list]) => {
      const filling = matrix.scenes.lists?.[operation]
      if (filling === undefined)
        throw new ContractError(`There is no scene that fills ${operation}, which a law needs.`)
      const listed = { matrix, operation, list, paging, resource: resources[name] as Resource, filling }
      return [pages(listed), ...selecting(listed), ...sorting(listed), ...full(listed)]
    })
  },
}
