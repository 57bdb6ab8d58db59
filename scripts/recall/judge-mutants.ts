import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { Answer, Fate, SourceMutant } from './mutant.ts'

/** A mutant that loops for ever is ended after so many milliseconds. */
const timeLimit = 60_000

export interface Judging {
  /** The copy of the project that holds the mutants. */
  readonly folder: string
  readonly provider: string
  readonly processes: number
  readonly onFate: (mutant: SourceMutant, fate: Fate) => void
}

/** Judges mutants in so many processes at once. A process serves many mutants, but one that is on while modules load has its own. */
export async function judgeMutants(mutants: readonly SourceMutant[], judging: Judging): Promise<void> {
  const waiting = [...mutants]
  await Promise.all(Array.from({ length: Math.min(judging.processes, mutants.length) }, () => work(waiting, judging)))
}

async function work(waiting: SourceMutant[], judging: Judging): Promise<void> {
  let server: ChildProcess | undefined
  for (let mutant = waiting.pop(); mutant !== undefined; mutant = waiting.pop()) {
    server ??= start(judging)
    const answer = await ask(server, mutant.id)
    if (answer.state === 'crashed') server = undefined
    judging.onFate(mutant, answer.state === 'needs-own-process' ? await alone(mutant, judging) : answer)
  }
  server?.kill()
}

async function alone(mutant: SourceMutant, judging: Judging): Promise<Fate> {
  const answer = await answerOf(start(judging, mutant.id))
  return answer.state === 'needs-own-process' ? { state: 'crashed' } : answer
}

function start({ folder, provider }: Judging, own?: string): ChildProcess {
  return fork(join(folder, 'scripts/recall/worker.ts'), [provider, ...(own === undefined ? [] : ['own'])], {
    execArgv: ['--import', 'tsx'],
    cwd: folder,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { ...process.env, ...(own === undefined ? {} : { __STRYKER_ACTIVE_MUTANT__: own }) },
  })
}

function ask(server: ChildProcess, id: string): Promise<Answer> {
  const answer = answerOf(server)
  server.send(id)
  return answer
}

/** The next thing that a process says; `crashed` where it ends before, or says nothing within the time limit. */
function answerOf(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve) => {
    const say = (answer: Answer): void => {
      clearTimeout(timer)
      child.off('message', said).off('exit', ended).off('error', ended)
      resolve(answer)
    }
    const said = (answer: unknown): void => say(answer as Answer)
    const ended = (): void => say({ state: 'crashed' })
    const timer = setTimeout(() => child.kill('SIGKILL'), timeLimit)
    child.on('message', said).on('exit', ended).on('error', ended)
  })
}
