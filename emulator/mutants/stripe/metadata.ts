import type { Lie } from '../../module.ts'
import type { Rules } from '../../stripe/index.ts'

export const aboutMetadata: readonly Lie<Rules>[] = [
  {
    id: 'update-replaces-metadata',
    breaks: 'stripe.metadata.update.merges',
    text: 'An update of metadata drops the keys that it does not name.',
    rules: ({ mergeMetadata }) => ({
      mergeMetadata: (before, change) => mergeMetadata(change === undefined ? before : {}, change),
    }),
  },
  {
    id: 'first-value-stays',
    breaks: 'stripe.metadata.update.replaces-value',
    text: 'An update adds keys and leaves the values of known ones.',
    rules: ({ mergeMetadata }) => ({
      mergeMetadata(before, change) {
        const removed = Object.entries(change ?? {}).filter(([, value]) => value === null)
        const merged = mergeMetadata(before, change)
        return change === null ? merged : mergeMetadata({ ...merged, ...before }, Object.fromEntries(removed))
      },
    }),
  },
  {
    id: 'empty-value-kept',
    breaks: 'stripe.metadata.update.empty-value-removes-key',
    text: 'An empty value is kept as an empty string.',
    rules: ({ mergeMetadata }) => ({
      mergeMetadata: (before, change) =>
        change === null || change === undefined
          ? mergeMetadata(before, change)
          : { ...before, ...Object.fromEntries(Object.entries(change).map(([name, value]) => [name, value ?? ''])) },
    }),
  },
  {
    id: 'empty-metadata-ignored',
    breaks: 'stripe.metadata.update.empty-removes-all',
    text: 'An update with empty metadata changes nothing.',
    rules: ({ mergeMetadata }) => ({ mergeMetadata: (before, change) => mergeMetadata(before, change ?? undefined) }),
  },
  {
    id: 'other-update-drops-metadata',
    breaks: 'stripe.metadata.update.other-fields-keep-it',
    text: 'An update without metadata removes what there was.',
    rules: ({ mergeMetadata }) => ({ mergeMetadata: (before, change) => mergeMetadata(before, change ?? null) }),
  },
  {
    id: 'create-without-key-limit',
    breaks: 'stripe.metadata.limits.keys-refused',
    text: 'The number of keys is limited for updates only.',
    rules: ({ countedKeys }) => ({
      countedKeys: (before, after) => (Object.keys(before).length === 0 ? 0 : countedKeys(before, after)),
    }),
  },
  {
    id: 'keys-counted-per-request',
    breaks: 'stripe.metadata.limits.merged-keys-refused',
    text: 'An update counts the keys that it adds, not those that are there.',
    rules: () => ({
      countedKeys: (before, after) => Object.keys(after).filter((name) => !Object.hasOwn(before, name)).length,
    }),
  },
  {
    id: 'ten-keys',
    breaks: 'stripe.metadata.limits.keys-accepted',
    text: 'More than ten keys are refused, as in older versions.',
    rules: () => ({ metadataKeys: 10 }),
  },
  {
    id: 'keys-of-any-length',
    breaks: 'stripe.metadata.limits.key-length-refused',
    text: 'A key of more than 40 characters is accepted.',
    rules: () => ({ metadataKeyLength: 255 }),
  },
  {
    id: 'keys-below-forty',
    breaks: 'stripe.metadata.limits.key-length-accepted',
    text: 'A key of exactly 40 characters is refused.',
    rules: () => ({ metadataKeyLength: 39 }),
  },
  {
    id: 'values-cut',
    breaks: 'stripe.metadata.limits.value-length-refused',
    text: 'A value of more than 500 characters is cut, not refused.',
    rules: () => ({ metadataValueLength: 5000, keepValue: (value) => value.slice(0, 500) }),
  },
  {
    id: 'values-below-five-hundred',
    breaks: 'stripe.metadata.limits.value-length-accepted',
    text: 'A value of exactly 500 characters is refused.',
    rules: () => ({ metadataValueLength: 499 }),
  },
  {
    id: 'values-in-ascii',
    breaks: 'stripe.metadata.values.exact',
    text: 'Characters beyond ASCII come back as question marks.',
    rules: () => ({ keepValue: (value) => value.replaceAll(/[^ -~]/gu, '?') }),
  },
]
