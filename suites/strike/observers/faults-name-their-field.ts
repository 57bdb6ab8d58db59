import { departs, each, kept, nothing } from '../../../model/judgement.ts'
import type { Judgement } from '../../../model/judgement.ts'
import type { Observer } from '../../../model/check.ts'
import { isObject, pointerStep, valueAt } from '../../../model/json.ts'
import type { Json } from '../../../model/json.ts'
import { plainName } from '../refusal.ts'

const clause = 'strike.errors.validation-codes.field-is-key'

/** The field that an error says in its values is the one under which it is listed. */
export const faultsNameTheirField: Observer = {
  id: 'observer/strike/faults-name-their-field',
  clauses: () => [clause],
  watch:
    () =>
    ({ response }) => {
      const byField = valueAt(response.json, '/data/validationErrors')
      if (!isObject(byField)) return []
      return [{ clause, judgement: each(Object.entries(byField), ([field, errors]) => strangers(field, errors)) }]
    },
}

function strangers(field: string, errors: Json): Judgement {
  if (!Array.isArray(errors)) return nothing
  return each(errors as readonly Json[], (error, index) => {
    const named = valueAt(error, '/values/field')
    if (named === undefined) return nothing
    if (typeof named === 'string' && plainName(named) === plainName(field)) return kept()
    return departs({
      at: `/data/validationErrors${pointerStep(field)}/${index}/values/field`,
      expected: field,
      actual: named,
    })
  })
}
