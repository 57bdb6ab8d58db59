import type { Place } from '../../../wire/redaction/place.ts'

/** A place that is called by the way to it: `/a/*` is an item of the property `a`. */
export function wayTo(way = ''): Place {
  return {
    marked: false,
    name: way,
    schemas: [],
    property: (name) => wayTo(`${way}/${name}`),
    item: () => wayTo(`${way}/*`),
  }
}
