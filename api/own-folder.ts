/** The folder of a provider of your own, as `assay init` writes it. */
export type OwnFolder = `./${string}` | `../${string}` | `/${string}`
