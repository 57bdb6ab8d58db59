import { conformance } from '../../cli/vitest-conformance.ts'
import { stripeApiModel } from '../../contracts/stripe-api-model/provider.ts'

await conformance(stripeApiModel)
