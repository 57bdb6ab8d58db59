import type { Operation } from '../../model/contract.ts'
import { urlDecoded } from './encoded-tokens.ts'
import type { Place, Places } from './place.ts'
import type { RedactText } from './redact-text.ts'
import type { Voice } from './voice.ts'

/** Redacts path and query, each part at the place that the operation's parameters describe. */
export function redactPath(
  path: string,
  operation: Operation | undefined,
  places: Places,
  { leaf, form }: Pick<RedactText, 'leaf' | 'form'>,
  voice: Voice,
): string {
  const at = path.indexOf('?')
  const segments = (at === -1 ? path : path.slice(0, at)).split('/')
  const described = operation && segmentPlaces(operation, places)
  const fitting = described?.length === segments.length ? described : undefined
  const redacted = segments
    .map((segment, index) =>
      redactSegment(segment, isId(segment) ? (fitting?.[index] ?? places.unknown) : places.unknown, leaf, voice),
    )
    .join('/')
  const query = operation === undefined ? places.unknown : places.query(operation.queryParameters)
  return at === -1 ? redacted : `${redacted}?${form(path.slice(at + 1), query, voice)}`
}

/** An id of an API is one word; a longer text that a target gave as an id is as unknown as any other. */
function isId(segment: string): boolean {
  return /^[\w.~:-]{0,100}$/.test(segment)
}

function redactSegment(segment: string, place: Place, leaf: RedactText['leaf'], voice: Voice): string {
  const decoded = urlDecoded(segment)
  const redacted = leaf(decoded, place, voice)
  return redacted === decoded ? segment : encodeURIComponent(redacted)
}

function segmentPlaces({ path, pathParameters }: Operation, places: Places): readonly Place[] {
  return path.split('/').map((segment) => {
    const parameter = pathParameters.find(({ name }) => segment === `{${name}}`)
    return places.of(parameter?.schema, parameter?.name)
  })
}
