import type { Operation } from './contract.ts'

/** The name under which an operation documents a status: the status, its class, or `default`, which is a success only where no other is named. */
export function answerNameFor({ answers }: Pick<Operation, 'answers'>, status: number): string | undefined {
  const bare = !Object.keys(answers).some((name) => name.startsWith('2'))
  const names = [String(status), `${Math.floor(status / 100)}XX`, ...(status >= 400 || bare ? ['default'] : [])]
  return names.find((name) => Object.hasOwn(answers, name))
}
