/** Base of the `$id` of every schema; an identifier, not an address that is fetched. */
export const schemaBase = 'https://assay.example/schemas/'
