import type { Params } from '../router.ts'
import type { Context } from './context.ts'
import type { Fields, InputOf } from './fields.ts'

/** Any JSON value that the service answers with. */
export type Shown = null | boolean | number | string | readonly Shown[] | ShownObject
export interface ShownObject {
  readonly [name: string]: Shown
}

/** One call of an endpoint, its parameters read. */
export interface Call<Input> {
  readonly context: Context
  readonly input: Input
  readonly path: Params
  /** Path of the request without its query. */
  readonly url: string
}

/** What the service does for one method and path. */
export interface Endpoint {
  readonly fields: Fields
  /** Kind of object it answers with, `list:<kind>` for lists: says what can be expanded. */
  readonly returns: string
  /** A publishable key suffices. */
  readonly publishable?: true
  readonly answer: (call: Call<never>) => ShownObject
}

interface EndpointOf<F extends Fields> extends Omit<Endpoint, 'fields' | 'answer'> {
  readonly fields: F
  readonly answer: (call: Call<InputOf<F>>) => ShownObject
}

/** An endpoint whose `answer` knows what its fields are read into. */
export function endpoint<F extends Fields>(parts: EndpointOf<F>): Endpoint {
  return parts
}
