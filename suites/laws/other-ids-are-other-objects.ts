import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Resource } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { each, nothing } from '../../model/judgement.ts'
import { valueAt } from '../../model/json.ts'
import { checkId, needsOf, sceneOf } from './matrix.ts'
import type { Law } from './matrix.ts'

/** An id that resembles another is not that other id: in another case, cut short, or longer. */
export const ids: Law = {
  name: 'ids',
  text: 'An id that resembles that of an object names nothing: one in another case, cut short, or longer.',
  of(matrix, name): readonly Check[] | string {
    const resource = matrix.contract.declaration.resources[name] as Resource
    const { retrieve, parameter, unknown: clause } = resource
    if (clause === undefined || retrieve === undefined || parameter === undefined)
      return 'nothing says how an unknown id is answered, or the form of its ids is fixed'
    return [
      example<readonly Exchange[]>(checkId(matrix, 'ids', name), {
        needs: needsOf(matrix, retrieve),
        arrange: async (trial) => {
          const { path = {} } = await sceneOf(matrix, retrieve)(trial)
          const answers: Exchange[] = []
          for (const other of resembling(path[parameter] ?? ''))
            answers.push(await trial.call(retrieve, { path: { ...path, [parameter]: other } }))
          return answers
        },
        judge: {
          [clause]: (answers) =>
            each(answers, (answer) => (isItsOwn(answer, resource) ? nothing : matrix.scenes.refusals.unknown(answer))),
        },
      }),
    ]
  },
}

/** Where ids are short, one that resembles another may be that of an object, too: the answer has it. */
function isItsOwn({ request, response }: Exchange, { at, id }: Resource): boolean {
  const asked = decodeURIComponent(
    request.path
      .replace(/[?#].*$/s, '')
      .split('/')
      .at(-1) ?? '',
  )
  return response.status < 300 && String(valueAt(response.json, `${at}${id}`)) === asked
}

function resembling(id: string): readonly string[] {
  const swapped = [...id].map((letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  )
  return [swapped.join(''), id.slice(0, -1), `${id}x`].filter((other) => other !== id)
}
