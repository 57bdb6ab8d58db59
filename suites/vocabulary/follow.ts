import { departs } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Exchange } from '../../model/exchange.ts'
import { pathFlaw } from '../../model/request-form.ts'
import type { Trial } from '../../model/trial.ts'
import { textAt } from './read.ts'

/** An answer that says where something is, and what is found there: nothing where that is no path of this API. */
export interface Followed {
  readonly from: Exchange
  readonly at: string
  readonly found: Exchange | undefined
}

/** Gets what is at the path that an answer names, with more after it. */
export async function follow(trial: Trial, from: Exchange, at: string, more = ''): Promise<Followed> {
  const path = `${textAt(from, at)}${more}`
  return { from, at, found: pathFlaw(path) === undefined ? await trial.send({ method: 'GET', path }) : undefined }
}

/** Judges what was found. */
export function leadsTo({ from, at, found }: Followed, judge: (found: Exchange) => Judgement): Judgement {
  if (found !== undefined) return judge(found)
  return departs({ at, expected: 'a path that begins with one slash', actual: textAt(from, at), in: from })
}

/** A path with ids in it, each percent-encoded: ids are the target's to choose. */
export function pathTo(parts: TemplateStringsArray, ...ids: readonly string[]): string {
  return String.raw({ raw: parts }, ...ids.map((id) => encodeURIComponent(id.toWellFormed())))
}
