import type { Provider } from '../model/contract.ts'
import { acinqStrike } from './acinq-strike/provider.ts'
import { straddle } from './straddle/provider.ts'
import { strike } from './strike/provider.ts'
import { stripe } from './stripe/provider.ts'
import { stripeApiModel } from './stripe-api-model/provider.ts'

/** Every provider that Assay knows. A new one is one more line here. */
export const providers: readonly Provider[] = [stripe, stripeApiModel, straddle, strike, acinqStrike]
