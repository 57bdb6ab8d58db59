import type { Operation } from '../../suites/model/contract.ts'
import { urlDecoded } from './encoded-tokens.ts'
import type { Place, Places } from './place.ts'
import type { RedactText } from './redact-text.ts'

/** Redacts path and query, each part at the place that the operation's parameters describe. */
export function redactPath(
  path: string,
  operation: Operation | undefined,
  places: Places,
  { leaf, form }: RedactText,
): string {
  const at = path.indexOf('?')
  const bare = at === -1 ? path : path.slice(0, at)
  const template = operation?.path.split('/') ?? []
  const segments = bare.split('/')
  const fits = template.length === segments.length
  const redacted = segments
    .map((segment, index) =>
      redactSegment(segment, fits ? placeOf(operation, template[index] as string, places) : places.unknown, leaf),
    )
    .join('/')
  return at === -1 ? redacted : `${redacted}?${form(path.slice(at + 1), queryPlace(operation, places))}`
}

function redactSegment(segment: string, place: Place, leaf: RedactText['leaf']): string {
  const decoded = urlDecoded(segment) ?? segment
  const redacted = leaf(decoded, place)
  return redacted === decoded ? segment : encodeURIComponent(redacted)
}

function placeOf(operation: Operation | undefined, template: string, places: Places): Place {
  const name = /^\{(.+)\}$/.exec(template)?.[1]
  const parameter = operation?.pathParameters.find((described) => described.name === name)
  return parameter === undefined ? places.unknown : places.of(parameter.schema, parameter.name)
}

/** A query as an object of its parameters. */
function queryPlace(operation: Operation | undefined, places: Places): Place {
  if (operation === undefined) return places.unknown
  const properties = Object.fromEntries(operation.queryParameters.map(({ name, schema }) => [name, schema]))
  return places.of({ properties }, '')
}
