import type { Contract } from '../../model/contract.ts'
import type { Exchange, WireResponse } from '../../model/exchange.ts'
import type { Observer } from '../../model/check.ts'
import { toResponse } from '../../wire/response.ts'
import { bodyLies } from './body-lies.ts'
import { corpusKey } from './corpus.ts'
import type { Corpus } from './corpus.ts'
import { messageLies } from './message-lies.ts'
import type { Mutant } from './mutant.ts'
import { repeatedIds } from './repeated-ids.ts'

/** Makes every schema-derived mutant of a provider from what its pristine emulator answers. */
export function schemaMutants(contract: Contract, corpus: Corpus, observers: readonly Observer[]): readonly Mutant[] {
  const breaks = createBlame(contract, observers)
  const mutants = new Map<string, Mutant>()
  for (const samples of corpus.samples.values()) {
    for (const sample of samples) {
      for (const mutant of mutantsOf(contract, sample, breaks, corpus)) {
        mutants.set(mutant.id, together(mutants.get(mutant.id), mutant))
      }
    }
  }
  return [...mutants.values(), ...repeatedIds(contract, corpus, observers)]
}

/** The same lie about two samples breaks what it breaks in either; it is equivalent only if nothing can tell it in both. */
function together(known: Mutant | undefined, mutant: Mutant): Mutant {
  if (known === undefined || mutant.breaks.size === 0) return known ?? mutant
  return { ...mutant, breaks: new Set([...known.breaks, ...mutant.breaks]) }
}

type Blame = (sample: Exchange, response: WireResponse) => ReadonlySet<string>

/** Says which clauses a changed answer breaks, as observers that know only this exchange see it. */
function createBlame(contract: Contract, observers: readonly Observer[]): Blame {
  return (sample, response) => {
    const told: Exchange = { ...sample, response }
    const observations = observers.flatMap((observer) => observer.watch(contract)(told))
    return new Set(observations.filter(({ judgement }) => judgement.says === 'departs').map(({ clause }) => clause))
  }
}

function mutantsOf(contract: Contract, sample: Exchange, blame: Blame, corpus: Corpus): readonly Mutant[] {
  const operation = sample.operation as string
  const { status } = sample.response
  const where = `${operation}/${status}`
  const callers = corpus.checks.get(corpusKey(operation, status)) ?? new Set()
  const known = clausesOfChecks(corpus, callers)

  const fromBody =
    sample.response.json === undefined
      ? []
      : bodyLies(sample.response.json).map(({ name, at, text, change }): Mutant => {
          const told = (response: WireResponse): WireResponse =>
            response.json === undefined
              ? response
              : toResponse(response.status, response.headers, JSON.stringify(change(response.json)))
          return makeMutant(
            `${where}${at.replaceAll(/\/\d+(?=\/|$)/g, '/*') || '/'}:${name}`,
            `${at === '' ? 'the body' : at} of ${where} ${text}`,
            told,
            blame(sample, told(sample.response)),
            undefined,
          )
        })
  const fromMessage = messageLies(contract, sample, corpus).map(({ name, text, change, seenBy }): Mutant => {
    const seen = blame(sample, change(sample.response))
    return makeMutant(`${where}:${name}`, `${where} ${text}`, change, seen, seenBy === 'checks' ? known : undefined)
  })
  return [...fromBody, ...fromMessage]

  function makeMutant(
    id: string,
    text: string,
    change: (response: WireResponse) => WireResponse,
    seen: ReadonlySet<string>,
    otherwise: ReadonlySet<string> | undefined,
  ): Mutant {
    const breaks = otherwise === undefined ? seen : new Set([...seen, ...otherwise])
    return {
      id,
      kind: 'schema',
      text,
      breaks,
      operation,
      rewrite: (request, response) =>
        request.operation === operation && response.status === status ? change(response) : response,
      ...(breaks.size === 0 ? { equivalent: 'the documents allow this answer' } : {}),
    }
  }
}

function clausesOfChecks(corpus: Corpus, callers: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    [...corpus.checksByClause]
      .filter(([, checks]) => checks.some((check) => callers.has(check)))
      .map(([clause]) => clause),
  )
}
