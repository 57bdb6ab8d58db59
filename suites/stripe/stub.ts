import { all } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Exchange } from '../../model/exchange.ts'
import { equals } from '../vocabulary/judge.ts'

/** The answer is what is left of a deleted object: its id, and that it is deleted. */
export function isStub(answer: Exchange, id: string): Judgement {
  return all(equals(answer, '/id', id), equals(answer, '/deleted', true))
}
