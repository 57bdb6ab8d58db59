import type { Place } from '../../../wire/redaction/place.ts'

/** A place that is called by the way to it: `/a/*` is an item of the property `a`. Nothing describes it. */
export function wayTo(way = ''): Place {
  return {
    marked: false,
    told: 'open',
    described: 'not',
    listed: true,
    name: way,
    label: 'text',
    schemas: [],
    words: new Set(),
    property: (name) => wayTo(`${way}/${name}`),
    item: () => wayTo(`${way}/*`),
  }
}
