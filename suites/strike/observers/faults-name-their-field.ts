import type { Observer } from '../../../model/check.ts'
import { isObject, pointerStep, valueAt } from '../../../model/json.ts'
import type { Json } from '../../../model/json.ts'
import type { Mismatch } from '../../../model/finding.ts'

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
      return [{ clause, judgement: Object.entries(byField).flatMap(([field, errors]) => strangers(field, errors)) }]
    },
}

function strangers(field: string, errors: Json): readonly Mismatch[] {
  if (!Array.isArray(errors)) return []
  return (errors as readonly Json[]).flatMap((error, index) => {
    const named = valueAt(error, '/values/field')
    if (named === undefined || named === field) return []
    return [{ at: `/data/validationErrors${pointerStep(field)}/${index}/values/field`, expected: field, actual: named }]
  })
}
