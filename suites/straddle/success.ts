import type { Judgement } from '../../model/judgement.ts'
import type { Exchange } from '../../model/exchange.ts'
import { hasStatus } from '../vocabulary/judge.ts'

/** A write that makes something succeeded: with 201 as the descriptions say, or with 200, the only success of the reference's table. */
export const makes = (exchange: Exchange): Judgement => hasStatus(exchange, 200, 201)

/** A request succeeded; with which status is for a judgement to say. */
export const succeeded = ({ response }: Exchange): boolean => response.status < 300
