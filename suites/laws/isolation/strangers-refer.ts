import type { Check } from '../../../model/check.ts'
import { example } from '../../../model/check.ts'
import type { Exchange } from '../../../model/exchange.ts'
import { departs, each, kept } from '../../../model/judgement.ts'
import type { JsonObject } from '../../../model/json.ts'
import { checkId, needsOf, sceneOf } from '../matrix.ts'
import { referencesOf } from '../references.ts'
import { bodyOf } from '../written-values.ts'
import type { Apart, Parties } from './strangers.ts'

/** What one account has cannot be referred to by the requests of another. */
export function strangersRefer({ matrix, resource, clauses }: Apart, id: string, parties: Parties): readonly Check[] {
  const clause = clauses['refer']
  const references = [...resource.create, resource.update, ...resource.act].flatMap((operation) =>
    operation === undefined || needsOf(matrix, operation).length > 0 ? [] : referencesOf(matrix, operation),
  )
  if (clause === undefined || references.length === 0) return []
  return [
    example<readonly Exchange[]>(checkId(matrix, 'isolation', `${id}-refers-to-nothing-foreign`), {
      needs: ['second-account'],
      arrange: async (trial) => {
        const { owner, stranger } = await parties(trial)
        const answers: Exchange[] = []
        for (const { operation, name: property, make } of references) {
          const call = await sceneOf(matrix, operation)(stranger)
          const foreign = { [property]: await make(owner) }
          // with the other references of the request, and without them: one may be refused beside another
          const others = references.filter((other) => other.operation === operation).map((other) => other.name)
          for (const body of [bodyOf(call), without(bodyOf(call), others)])
            answers.push(await stranger.call(operation, { ...call, body: { ...body, ...foreign } }))
        }
        return answers
      },
      judge: {
        [clause]: (answers) =>
          each(answers, (answer) =>
            answer.response.status >= 400
              ? kept()
              : departs({ at: 'status', expected: 'a refusal', actual: answer.response.status, in: answer }),
          ),
      },
    }),
  ]
}

function without(body: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)))
}
