import type { Operation } from '../model/contract.ts'

/** An operation of Acme, as small as an operation can be. */
export const operation = (id: string, method: string, path: string, more: Partial<Operation> = {}): Operation => ({
  id,
  method,
  path,
  tags: [],
  pathParameters: [],
  queryParameters: [],
  answers: {},
  clause: `acme.${id}`,
  ...more,
})
