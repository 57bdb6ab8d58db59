import { conformance } from 'assay/vitest'

await conformance('acinq-strike', { only: ['acinq-strike/creating'], environment: {} })
