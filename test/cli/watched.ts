import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { loadContract } from '../../contracts/load.ts'
import { providers } from '../../contracts/index.ts'
import { createMatchOperation } from '../../wire/match-operation.ts'
import { served } from './served.ts'
import type { Between } from './served.ts'

interface Removal {
  readonly operation: string
  readonly id: string
}

/** An emulator that notes what is removed, and by which call. */
export async function watched(provider: string, more: Between = (_, honestly) => honestly()) {
  const { operations } = loadContract(providers.find(({ name }) => name === provider) as never)
  const match = createMatchOperation(operations)
  const removers = new Map(
    [...operations.values()].flatMap(({ creates }) =>
      creates?.removedBy === undefined ? [] : [[creates.removedBy.operation, creates.removedBy.parameter] as const],
    ),
  )
  const removed: Removal[] = []
  const server = await served(provider, {
    between: async (request, honestly) => {
      const answer = await more(request, honestly)
      const operation = match(request.method, request.url)
      const parameter = operation === undefined ? undefined : removers.get(operation)
      if (operation !== undefined && parameter !== undefined) {
        const template = operations.get(operation)?.path.split('/') ?? []
        removed.push({
          operation,
          id: decodeURIComponent(request.url.split(/[/?]/)[template.indexOf(`{${parameter}}`)] ?? ''),
        })
      }
      return answer
    },
  })
  return { server, removed }
}

/** What the ledgers in a folder hold, whole lines alone. */
export const linesOf = (
  folder: string,
  file?: string,
): readonly { readonly id: string; readonly removedBy?: { readonly operation: string } }[] =>
  (file === undefined ? ledgersIn(folder) : [file]).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as never),
  )

const ledgersIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.jsonl')) : []
