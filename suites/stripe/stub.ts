import type { Exchange } from '../../model/exchange.ts'
import type { Mismatch } from '../../model/finding.ts'
import { equals } from '../vocabulary/judge.ts'

/** The answer is what is left of a deleted object: its id, and that it is deleted. */
export function isStub(answer: Exchange, id: string): readonly Mismatch[] {
  return [...equals(answer, '/id', id), ...equals(answer, '/deleted', true)]
}
