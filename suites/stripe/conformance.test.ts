import { conformance } from '../../cli/vitest-conformance.ts'
import { stripe } from '../../contracts/stripe/provider.ts'

await conformance(stripe)
