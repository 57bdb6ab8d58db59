import type { Provider } from '../model/contract.ts'
import { acinqStrike } from './acinq-strike/provider.ts'
import { straddle } from './straddle/provider.ts'
import { strike } from './strike/provider.ts'
import { stripe } from './stripe/provider.ts'
import { stripeApiModel } from './stripe-api-model/provider.ts'

const known = [stripe, stripeApiModel, straddle, strike, acinqStrike] as const

/** Every provider that Assay knows. A new one is added to the list above. */
export const providers: readonly Provider[] = known

/** The name of a provider that Assay knows. */
export type ProviderName = (typeof known)[number]['name']
