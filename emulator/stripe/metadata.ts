import type { Context } from './context.ts'
import type { Field } from './fields.ts'
import { hashOf } from './form.ts'
import type { Metadata } from './records.ts'
import { refuse } from './refusal.ts'
import type { MetadataChange } from './rules/metadata.ts'

function checked(name: string, value: unknown, { rules }: Context): string | null {
  if (name === '' || rules.characters(name) > rules.metadataKeyLength) {
    return refuse(rules.invalidMetadata(`Metadata keys have up to ${rules.metadataKeyLength} characters: ${name}`))
  }
  if (typeof value !== 'string') return refuse(rules.invalidMetadata(`Metadata values are text: ${name} is nested.`))
  if (rules.characters(value) > rules.metadataValueLength) {
    return refuse(rules.invalidMetadata(`Metadata values have up to ${rules.metadataValueLength} characters: ${name}`))
  }
  return value === '' ? null : rules.keepValue(value)
}

/** The `metadata` parameter: names with values, empty values to remove one, an empty parameter to remove all. */
export const metadataField: Field<MetadataChange> & { readonly unsettable: true } = {
  unsettable: true,
  read(param, _at, context) {
    const hash = hashOf(param) ?? refuse(context.rules.invalidMetadata('Metadata is a hash of names and values.'))
    const change = Object.fromEntries(
      Object.entries(hash).map(([name, value]) => [name, checked(name, value, context)]),
    )
    changedMetadata({}, change, context)
    return change
  },
}

/** Metadata after a change, refused when there would be too many keys. */
export function changedMetadata(before: Metadata, change: MetadataChange | undefined, { rules }: Context): Metadata {
  const after = rules.mergeMetadata(before, change)
  if (rules.countedKeys(before, after) > rules.metadataKeys) {
    refuse(rules.invalidMetadata(`Metadata has up to ${rules.metadataKeys} keys.`))
  }
  return after
}
